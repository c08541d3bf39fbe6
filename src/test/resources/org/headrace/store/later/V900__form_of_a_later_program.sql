-- What a later program might add: columns with a default, tables of its own.
alter table article add column later text not null default '';
alter table source add column later bigint not null default 0;
create table later (
  id bigint not null primary key
);
