-- Sign-in names, second factors and passkeys, as better-auth's compileMigrations() wrote them, frozen here; and what a session knows.
alter table auth."user"
  add column "username" text,
  add column "twoFactorEnabled" boolean default false,
  add constraint "user_username_is_lower_case" check ("username" = lower("username"));
create unique index "user_username_uidx" on auth."user" ("username");

alter table auth."session"
  -- The place in an account that was chosen for this session, and the member that its owner looks through, read-only.
  add column "memberId" text,
  add column "seeAsMemberId" text,
  -- When the person last proved who they are.
  add column "confirmedAt" timestamptz default current_timestamp not null;
update auth."session" set "confirmedAt" = "createdAt";

-- "secret" and "backupCodes" are encrypted with the API's secret.
create table auth."twoFactor" (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

create table auth."passkey" (
  "id" text not null primary key,
  "name" text,
  "publicKey" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
create index "passkey_userId_idx" on auth."passkey" ("userId");
create index "passkey_credentialID_idx" on auth."passkey" ("credentialID");

-- What slows guessing down: one row for each thing that tries are counted by, known only by a keyed hash of it.
create table auth."signInTry" (
  "key" text not null primary key,
  "tries" integer not null,
  "waitUntil" timestamptz not null,
  "expiresAt" timestamptz not null
);
create index "signInTry_expiresAt_idx" on auth."signInTry" ("expiresAt");

-- Where a user signed in before: devices by a keyed hash of their cookie, and countries.
create table auth."knownDevice" (
  "userId" text not null references auth."user" ("id") on delete cascade,
  "device" text not null,
  "lastSignInAt" timestamptz not null,
  primary key ("userId", "device")
);
create table auth."knownRegion" (
  "userId" text not null references auth."user" ("id") on delete cascade,
  "region" text not null check ("region" ~ '^[A-Z]{2}$'),
  "lastSignInAt" timestamptz not null,
  primary key ("userId", "region")
);

grant select, insert, update, delete
  on auth."twoFactor", auth."passkey", auth."signInTry", auth."knownDevice", auth."knownRegion" to ticket_pros_auth;

-- Sessions, limits and links that are over go; devices and countries that nobody signed in from for 400 days, as long as a
-- browser keeps the cookie, go too.
create or replace function auth.remove_expired() returns integer language sql security definer
set search_path = auth, pg_temp as $$
  with sessions as (delete from auth."session" where "expiresAt" < now() returning 1),
  limits as (
    delete from auth."rateLimit"
    where "lastRequest" < extract(epoch from now() - interval '1 day') * 1000 returning 1
  ),
  tries as (delete from auth."signInTry" where "expiresAt" < now() returning 1),
  links as (delete from auth."verification" where "expiresAt" < now() returning 1),
  devices as (delete from auth."knownDevice" where "lastSignInAt" < now() - interval '400 days' returning 1),
  regions as (delete from auth."knownRegion" where "lastSignInAt" < now() - interval '400 days' returning 1)
  select (
    (select count(*) from sessions) + (select count(*) from limits) + (select count(*) from tries)
    + (select count(*) from links) + (select count(*) from devices) + (select count(*) from regions)
  )::integer
$$;
