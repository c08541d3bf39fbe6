-- What several processes on one store tell each other.

-- How far the log of published stories is written, and who writes it now.
create table story_log (
  name text not null primary key,
  -- the last change that stands in the log
  written bigint not null,
  lease_until bigint not null,
  fence bigint not null
);
insert into story_log (name, written, lease_until, fence) values ('stories', 0, 0, 0);

-- Processes that run, or ran lately.
create table node (
  id bigint not null primary key,
  seen bigint not null,
  started bigint not null,
  name text not null,
  -- what it runs and what its files say
  body text not null
);

-- The operator's files where they are kept here: each text that was in force, the latest with the highest edition.
create table document (
  name text not null,
  edition bigint not null,
  made bigint not null,
  author text not null,
  body text not null,
  primary key (name, edition)
);
