-- Of tickets that have been closed for long: the beginning of the history, compressed, in one row.
create table ${prefix}archive (
  bucket smallint not null,
  shop bigint not null,
  ticket uuid not null,
  edition integer not null,
  events integer not null,
  body binary large object not null,
  primary key (bucket, shop, ticket)
);

alter table ${prefix}ticket add column archived boolean default false not null;
create index ${prefix}ticket_closed on ${prefix}ticket (bucket, shop, status, archived, changed, number);

insert into ${prefix}schema (version, name) values (2, 'archive');
