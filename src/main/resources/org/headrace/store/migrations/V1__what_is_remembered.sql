-- Everything Headrace remembers. One text for SQLite and PostgreSQL.
-- bigint holds milliseconds since 1970 UTC, an id or a number of 63 bits; 0 means "none".
-- Columns that hold JSON are read by the program only. Wide columns stand last.

-- Numbers that rise. Whoever raises one holds its row until the end of the transaction.
create table ledger (
  name text not null primary key,
  value bigint not null
);
-- change: order of decisions and version of the stories; sources: one edit of the list at a time
insert into ledger (name, value) values ('change', 0), ('sources', 0), ('probe', 0);

-- A host is worked by one node at a time.
create table host (
  name text not null primary key,
  next_due bigint not null,
  free_from bigint not null,
  lease_until bigint not null,
  fence bigint not null
);
create index host_due on host (next_due);

create table source (
  id bigint not null primary key,
  host text not null,
  next_due bigint not null,
  paused boolean not null,
  place integer not null,
  -- when its last document with entries came: entries of that one are not forgotten
  document bigint not null,
  name text not null,
  next_reason text not null,
  state text not null,
  body text not null
);
create index source_host on source (host, next_due);

create table source_topic (
  source bigint not null,
  topic text not null,
  primary key (source, topic)
);

create table article (
  id bigint not null primary key,
  source bigint not null,
  -- hash of the entry's key within its feed
  entry_key bigint not null,
  -- hash of what the publisher wrote
  version bigint not null,
  -- new: to be read; read: to be grouped; grouped; left: not to be published
  state text not null,
  seen bigint not null,
  last_seen bigint not null,
  -- when housekeeping looks after it
  due bigint not null,
  -- not to be claimed before: held by somebody, or postponed
  wait_until bigint not null,
  held boolean not null,
  fence bigint not null,
  attempts integer not null,
  story bigint not null,
  decided bigint not null,
  decided_at bigint not null,
  full_text boolean not null,
  address_hash bigint not null,
  canonical_hash bigint not null,
  text_hash bigint not null,
  published bigint,
  reason text not null,
  address text not null,
  canonical text not null,
  title text not null,
  link text not null,
  fingerprint bytea not null,
  grouping text not null,
  -- what is shown
  body text not null,
  -- what was read and is not grouped yet
  reading text not null,
  -- what is to be read
  entry text not null
);
create unique index article_entry on article (source, entry_key);
create index article_unread on article (due) where state = 'new';
create index article_ungrouped on article (due) where state = 'read';
create index article_story on article (story);
create index article_decided on article (decided);
create index article_address on article (address_hash) where address_hash != 0;
create index article_canonical on article (canonical_hash) where canonical_hash != 0;
create index article_text on article (text_hash) where text_hash != 0;
create index article_full_text on article (id) where full_text;

create table story (
  id bigint not null primary key,
  face bigint not null,
  published bigint not null,
  updated bigint not null,
  tag text not null
);
create index story_published on story (published, id);

create table story_topic (
  topic text not null,
  published bigint not null,
  story bigint not null,
  primary key (topic, published, story)
);
create index story_topic_story on story_topic (story);
