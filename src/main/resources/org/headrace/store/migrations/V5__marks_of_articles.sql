-- What the articles of the last days are found by when a new one is to be compared with them: small rows, read through at every start.
create table mark (
  decided bigint not null primary key,
  article bigint not null,
  source bigint not null,
  story bigint not null,
  seen bigint not null,
  -- empty if it has to be made from the article
  marks bytea not null
);
create unique index mark_article on mark (article);
create index mark_seen on mark (seen);
insert into mark (decided, article, source, story, seen, marks)
  select decided, id, source, story, seen, '' from article where decided != 0 and story != 0;
