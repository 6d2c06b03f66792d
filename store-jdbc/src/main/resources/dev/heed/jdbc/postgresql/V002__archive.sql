-- Of tickets that have been closed for long: the beginning of the history, compressed, in one row.
create table ${prefix}archive (
  bucket smallint not null,
  shop bigint not null,
  ticket uuid not null,
  edition integer not null,
  events integer not null,
  body bytea not null,
  primary key (bucket, shop, ticket)
);
alter table ${prefix}archive alter column body set storage external;

alter table ${prefix}ticket add column archived boolean not null default false;
create index ${prefix}ticket_closed on ${prefix}ticket (bucket, shop, changed, number) where status = 5 and not archived;

insert into ${prefix}schema (version, name) values (2, 'archive');
