-- The words of the stories, kept without the texts; which stories are in; and digests.
create table story_words (
  story bigint not null primary key,
  words tsvector not null
);
create index story_words_words on story_words using gin (words);
create table story_searched (
  story bigint not null primary key
);
insert into ledger (name, value) values ('search', 0);

create table digest (
  output text not null,
  day text not null,
  made bigint not null,
  body text not null,
  primary key (output, day)
);
