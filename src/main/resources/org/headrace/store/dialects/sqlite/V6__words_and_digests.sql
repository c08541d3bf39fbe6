-- The words of the stories, kept without the texts; which stories are in; and digests.
create virtual table story_words using fts5(
  words, content = '', contentless_delete = 1, tokenize = 'unicode61'
);
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
