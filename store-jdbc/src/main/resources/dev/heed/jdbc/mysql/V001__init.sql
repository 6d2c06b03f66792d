-- bucket and shop lead every key and index: one shop's rows stand together, and no statement looks beyond them.
create table if not exists ${prefix}schema (
  version integer not null primary key,
  name varchar(100) not null,
  applied_at timestamp(6) not null default current_timestamp(6)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}shop (
  bucket smallint not null,
  shop bigint not null,
  name longblob not null,
  primary key (bucket, shop)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}counter (
  bucket smallint not null,
  shop bigint not null,
  name varchar(40) not null,
  last bigint not null,
  primary key (bucket, shop, name)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

-- One row a ticket: by what it is found. What it is stands in its history. Times are microseconds since 1970, UTC.
create table if not exists ${prefix}ticket (
  bucket smallint not null,
  shop bigint not null,
  id binary(16) not null,
  number bigint not null,
  version bigint not null,
  edition integer not null,
  customer binary(16) not null,
  arrival bigint not null,
  status smallint not null,
  kind smallint not null,
  aside smallint not null,
  channel binary(16) not null,
  owner binary(16),
  opened bigint not null,
  changed bigint not null,
  due bigint,
  waiting bigint,
  snoozed bigint,
  snoozed_by binary(16),
  aside_at bigint,
  approval bigint,
  wake bigint,
  primary key (bucket, shop, id),
  unique index ticket_number (bucket, shop, number),
  index ticket_customer (bucket, shop, customer, arrival),
  index ticket_changed (bucket, shop, changed, number),
  index ticket_due (bucket, shop, due, number),
  index ticket_owner (bucket, shop, owner, number),
  index ticket_waiting (bucket, shop, waiting, number),
  index ticket_wake (bucket, shop, wake, number),
  index ticket_snoozed (bucket, shop, snoozed, number),
  index ticket_aside (bucket, shop, aside_at, number),
  index ticket_approval (bucket, shop, approval, number)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

-- The truth: one row for what one unit of work added to a ticket, from event number first on.
create table if not exists ${prefix}history (
  bucket smallint not null,
  shop bigint not null,
  ticket binary(16) not null,
  first bigint not null,
  events integer not null,
  body longtext not null,
  primary key (bucket, shop, ticket, first)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

-- What a ticket has several of and is found by: tags, references, fields, who is asked.
create table if not exists ${prefix}term (
  bucket smallint not null,
  shop bigint not null,
  ticket binary(16) not null,
  term binary(16) not null,
  at bigint not null,
  primary key (bucket, shop, ticket, term),
  index term_term (bucket, shop, term, at, ticket)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}inbound (
  bucket smallint not null,
  shop bigint not null,
  ext binary(16) not null,
  ticket binary(16) not null,
  forgotten boolean not null,
  primary key (bucket, shop, ext),
  index inbound_ticket (bucket, shop, ticket)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}reference (
  bucket smallint not null,
  shop bigint not null,
  name binary(16) not null,
  ticket binary(16) not null,
  primary key (bucket, shop, name),
  index reference_ticket (bucket, shop, ticket)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}outbox (
  bucket smallint not null,
  shop bigint not null,
  id binary(16) not null,
  ticket binary(16) not null,
  place bigint not null,
  receiver binary(16) not null,
  state smallint not null,
  due bigint not null,
  since bigint not null,
  attempt integer not null,
  in_flight boolean not null,
  doubts integer not null,
  dead bigint,
  reason longblob,
  body longtext not null,
  primary key (bucket, shop, id),
  index outbox_due (bucket, shop, due, id),
  index outbox_ticket (bucket, shop, ticket, place),
  index outbox_place (bucket, shop, place),
  index outbox_dead (bucket, shop, dead)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}customer (
  bucket smallint not null,
  shop bigint not null,
  id binary(16) not null,
  body longtext not null,
  primary key (bucket, shop, id)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}address (
  bucket smallint not null,
  shop bigint not null,
  address binary(16) not null,
  customer binary(16) not null,
  primary key (bucket, shop, address),
  index address_customer (bucket, shop, customer)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

-- Locked by whoever changes or relies on with whom a profile is one person.
create table if not exists ${prefix}profile (
  bucket smallint not null,
  shop bigint not null,
  id binary(16) not null,
  primary key (bucket, shop, id)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}link (
  bucket smallint not null,
  shop bigint not null,
  profile binary(16) not null,
  id binary(16) not null,
  other binary(16) not null,
  place bigint not null,
  holds boolean not null,
  body longtext not null,
  primary key (bucket, shop, profile, id)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}document (
  bucket smallint not null,
  shop bigint not null,
  id binary(16) not null,
  owner binary(16) not null,
  sorted varbinary(64) not null,
  version bigint not null,
  name longblob not null,
  owner_name longblob not null,
  content longblob not null,
  primary key (bucket, shop, id),
  index document_owner (bucket, shop, owner, sorted)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}unreadable (
  bucket smallint not null,
  shop bigint not null,
  ext binary(16) not null,
  place bigint not null,
  received bigint not null,
  channel longblob not null,
  external longblob not null,
  problem longblob not null,
  raw longblob not null,
  primary key (bucket, shop, ext),
  index unreadable_place (bucket, shop, place)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}holder (
  bucket smallint not null,
  shop bigint not null,
  id binary(16) not null,
  name longblob not null,
  primary key (bucket, shop, id)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

create table if not exists ${prefix}absence (
  bucket smallint not null,
  shop bigint not null,
  place bigint not null,
  body longtext not null,
  primary key (bucket, shop, place)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

insert into ${prefix}schema (version, name) values (1, 'init');
