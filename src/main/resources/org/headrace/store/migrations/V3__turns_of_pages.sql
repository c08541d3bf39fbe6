-- Pages are read in their host's turn, like feeds.

-- host: whose page is to be read, see HostKey; empty if the entry needs none
alter table article add column page_host text not null default '';
drop index article_unread;
create index article_unread on article (due) where state = 'new' and page_host = '';
create index article_page on article (page_host, due, id) where state = 'new' and page_host != '';

-- Hosts whose pages wait, and since when the first of them does; one that nobody waits for has no row.
create table page_line (
  host text not null primary key,
  due bigint not null
);
create index page_line_due on page_line (due);
