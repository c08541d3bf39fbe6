-- Sources that the operator may have to look at, found without reading all the others.

-- it fails, has moved, or is asked no more; true for those of an older store until they are asked again
alter table source add column troubled boolean not null default true;
create index source_troubled on source (id) where troubled;
