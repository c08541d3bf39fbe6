-- Arrangements with hubs that send what is new (WebSub).
create table subscription (
  -- the part of the callback's address that only the hub knows
  id text not null primary key,
  source bigint not null,
  -- asked; verified; refused; gone: no longer wanted, the hub is to be told
  state text not null,
  -- when something is to be done about it
  due bigint not null,
  lease_until bigint not null,
  failures integer not null,
  fence bigint not null,
  hub text not null,
  topic text not null,
  -- where our site was when the hub was asked
  base text not null,
  -- what the hub signs with; it has to be known, so it cannot be kept as a hash
  secret text not null
);
create index subscription_due on subscription (due);
-- one arrangement that is wanted for a source
create unique index subscription_source on subscription (source) where state != 'gone';
