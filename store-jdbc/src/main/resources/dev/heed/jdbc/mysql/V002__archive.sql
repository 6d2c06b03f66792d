-- Of tickets that have been closed for long: the beginning of the history, compressed, in one row.
create table if not exists ${prefix}archive (
  bucket smallint not null,
  shop bigint not null,
  ticket binary(16) not null,
  edition integer not null,
  events integer not null,
  body longblob not null,
  primary key (bucket, shop, ticket)
) engine=InnoDB row_format=dynamic default character set utf8mb4 collate utf8mb4_bin;

alter table ${prefix}ticket add column archived boolean not null default false,
  add index ticket_closed (bucket, shop, status, archived, changed, number);

insert into ${prefix}schema (version, name) values (2, 'archive');
