-- bucket and shop lead every key and index: one shop's rows stand together, and no statement looks beyond them.
create table ${prefix}schema (
  version integer not null primary key,
  name varchar(100) not null,
  applied_at timestamp with time zone not null default current_timestamp
);

create table ${prefix}shop (
  bucket smallint not null,
  shop bigint not null,
  name binary large object not null,
  primary key (bucket, shop)
);

create table ${prefix}counter (
  bucket smallint not null,
  shop bigint not null,
  name varchar(40) not null,
  last bigint not null,
  primary key (bucket, shop, name)
);

-- One row a ticket: by what it is found. What it is stands in its history. Times are microseconds since 1970, UTC.
create table ${prefix}ticket (
  bucket smallint not null,
  shop bigint not null,
  id uuid not null,
  number bigint not null,
  version bigint not null,
  edition integer not null,
  customer uuid not null,
  arrival bigint not null,
  status smallint not null,
  kind smallint not null,
  aside smallint not null,
  channel uuid not null,
  owner uuid,
  opened bigint not null,
  changed bigint not null,
  due bigint,
  waiting bigint,
  snoozed bigint,
  snoozed_by uuid,
  aside_at bigint,
  approval bigint,
  wake bigint,
  primary key (bucket, shop, id)
);
create unique index ${prefix}ticket_number on ${prefix}ticket (bucket, shop, number);
create index ${prefix}ticket_customer on ${prefix}ticket (bucket, shop, customer, arrival);
create index ${prefix}ticket_changed on ${prefix}ticket (bucket, shop, changed, number);
create index ${prefix}ticket_due on ${prefix}ticket (bucket, shop, due, number);
create index ${prefix}ticket_owner on ${prefix}ticket (bucket, shop, owner, number);
create index ${prefix}ticket_waiting on ${prefix}ticket (bucket, shop, waiting, number);
create index ${prefix}ticket_wake on ${prefix}ticket (bucket, shop, wake, number);
create index ${prefix}ticket_snoozed on ${prefix}ticket (bucket, shop, snoozed, number);
create index ${prefix}ticket_aside on ${prefix}ticket (bucket, shop, aside_at, number);
create index ${prefix}ticket_approval on ${prefix}ticket (bucket, shop, approval, number);

-- The truth: one row for what one unit of work added to a ticket, from event number first on.
create table ${prefix}history (
  bucket smallint not null,
  shop bigint not null,
  ticket uuid not null,
  first bigint not null,
  events integer not null,
  body character large object not null,
  primary key (bucket, shop, ticket, first)
);

-- What a ticket has several of and is found by: tags, references, fields, who is asked.
create table ${prefix}term (
  bucket smallint not null,
  shop bigint not null,
  ticket uuid not null,
  term uuid not null,
  at bigint not null,
  primary key (bucket, shop, ticket, term)
);
create index ${prefix}term_term on ${prefix}term (bucket, shop, term, at, ticket);

create table ${prefix}inbound (
  bucket smallint not null,
  shop bigint not null,
  ext uuid not null,
  ticket uuid not null,
  forgotten boolean not null,
  primary key (bucket, shop, ext)
);
create index ${prefix}inbound_ticket on ${prefix}inbound (bucket, shop, ticket);

create table ${prefix}reference (
  bucket smallint not null,
  shop bigint not null,
  name uuid not null,
  ticket uuid not null,
  primary key (bucket, shop, name)
);
create index ${prefix}reference_ticket on ${prefix}reference (bucket, shop, ticket);

create table ${prefix}outbox (
  bucket smallint not null,
  shop bigint not null,
  id uuid not null,
  ticket uuid not null,
  place bigint not null,
  receiver uuid not null,
  state smallint not null,
  due bigint not null,
  since bigint not null,
  attempt integer not null,
  in_flight boolean not null,
  doubts integer not null,
  dead bigint,
  reason binary large object,
  body character large object not null,
  primary key (bucket, shop, id)
);
create index ${prefix}outbox_due on ${prefix}outbox (bucket, shop, state, due, id);
create index ${prefix}outbox_ticket on ${prefix}outbox (bucket, shop, ticket, place);
create index ${prefix}outbox_place on ${prefix}outbox (bucket, shop, place);
create index ${prefix}outbox_dead on ${prefix}outbox (bucket, shop, dead);

create table ${prefix}customer (
  bucket smallint not null,
  shop bigint not null,
  id uuid not null,
  body character large object not null,
  primary key (bucket, shop, id)
);

create table ${prefix}address (
  bucket smallint not null,
  shop bigint not null,
  address uuid not null,
  customer uuid not null,
  primary key (bucket, shop, address)
);
create index ${prefix}address_customer on ${prefix}address (bucket, shop, customer);

-- Locked by whoever changes or relies on with whom a profile is one person.
create table ${prefix}profile (
  bucket smallint not null,
  shop bigint not null,
  id uuid not null,
  primary key (bucket, shop, id)
);

create table ${prefix}link (
  bucket smallint not null,
  shop bigint not null,
  profile uuid not null,
  id uuid not null,
  other uuid not null,
  place bigint not null,
  holds boolean not null,
  body character large object not null,
  primary key (bucket, shop, profile, id)
);

create table ${prefix}document (
  bucket smallint not null,
  shop bigint not null,
  id uuid not null,
  owner uuid not null,
  sorted varbinary(64) not null,
  version bigint not null,
  name binary large object not null,
  owner_name binary large object not null,
  content binary large object not null,
  primary key (bucket, shop, id)
);
create index ${prefix}document_owner on ${prefix}document (bucket, shop, owner, sorted);

create table ${prefix}unreadable (
  bucket smallint not null,
  shop bigint not null,
  ext uuid not null,
  place bigint not null,
  received bigint not null,
  channel binary large object not null,
  external binary large object not null,
  problem binary large object not null,
  raw binary large object not null,
  primary key (bucket, shop, ext)
);
create index ${prefix}unreadable_place on ${prefix}unreadable (bucket, shop, place);

create table ${prefix}holder (
  bucket smallint not null,
  shop bigint not null,
  id uuid not null,
  name binary large object not null,
  primary key (bucket, shop, id)
);

create table ${prefix}absence (
  bucket smallint not null,
  shop bigint not null,
  place bigint not null,
  body character large object not null,
  primary key (bucket, shop, place)
);

insert into ${prefix}schema (version, name) values (1, 'init');
