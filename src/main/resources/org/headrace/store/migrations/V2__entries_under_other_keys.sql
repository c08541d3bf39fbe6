-- What an entry is known by when its key has changed: hashes, 0 where it has none.
alter table article add column link_key bigint not null default 0;
-- the link without its query
alter table article add column path_key bigint not null default 0;
alter table article add column title_key bigint not null default 0;
-- the date the feed states, milliseconds since 1970
alter table article add column stated bigint not null default 0;
create index article_link_key on article (source, link_key);
create index article_path_key on article (source, path_key);
