-- The tables of better-auth, as its own compileMigrations() wrote them, frozen here. They belong to the role that signs people in
-- and to no other; the application's role can't read them.
create schema auth;
grant usage on schema auth to ticket_pros_auth;

create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);

create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);

create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);

create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);

create table auth."rateLimit" (
  "id" text not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);

create index "session_userId_idx" on auth."session" ("userId");
create index "account_userId_idx" on auth."account" ("userId");
create index "verification_identifier_idx" on auth."verification" ("identifier");

grant select, insert, update, delete on all tables in schema auth to ticket_pros_auth;

-- Sessions and rate limits name network addresses: the sweep may drop those that are over, and see none.
create function auth.remove_expired() returns integer language sql security definer set search_path = auth, pg_temp as $$
  with sessions as (delete from auth."session" where "expiresAt" < now() returning 1),
  limits as (
    delete from auth."rateLimit"
    where "lastRequest" < extract(epoch from now() - interval '1 day') * 1000 returning 1
  )
  select ((select count(*) from sessions) + (select count(*) from limits))::integer
$$;
revoke all on function auth.remove_expired() from public;
grant usage on schema auth to ticket_pros_sweep;
grant execute on function auth.remove_expired() to ticket_pros_sweep;
