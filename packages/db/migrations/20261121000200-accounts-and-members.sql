-- Who asks is told by three settings of the transaction: app.account_id, app.member_id and, before a member is chosen,
-- app.user_id. Without them every policy below shows nothing.
create schema app;
grant usage on schema app to ticket_pros_app, ticket_pros_worker;

create function app.account_id() returns uuid language sql stable
  return nullif(current_setting('app.account_id', true), '')::uuid;
create function app.member_id() returns uuid language sql stable
  return nullif(current_setting('app.member_id', true), '')::uuid;
create function app.user_id() returns text language sql stable
  return nullif(current_setting('app.user_id', true), '');

create table accounts (
  id uuid primary key default uuidv7(),
  name text not null check (length(trim(name)) between 1 and 200),
  time_zone text not null default 'America/Chicago',
  created_at timestamptz not null default now()
);

create table members (
  account_id uuid not null references accounts (id),
  id uuid not null default uuidv7(),
  user_id text not null references auth."user" (id),
  name text not null check (length(trim(name)) between 1 and 200),
  role text not null check (role in ('owner', 'office', 'crew')),
  -- The member it reports to; null reports to the account itself.
  reports_to uuid,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  unique (account_id, user_id),
  foreign key (account_id, reports_to) references members (account_id, id),
  check (reports_to <> id)
);
create index members_by_user on members (user_id);
create index members_by_superior on members (account_id, reports_to);

-- These two read members past row-level security, because the policy on members itself is built from them. They answer about the
-- member of the transaction alone.
create function app.sees_account() returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from members
    where account_id = app.account_id() and id = app.member_id() and is_active and role in ('owner', 'office')
  );

-- The cost keeps the planner from asking it again for every row: visible-tickets.ts needs it as the key of an index.
create function app.visible_member_ids() returns uuid[] language sql stable security definer cost 100000
  set search_path = public, pg_temp
begin atomic
  with recursive branch as (
    select id from members where account_id = app.account_id() and id = app.member_id() and is_active
    union
    select below.id from members below join branch on below.reports_to = branch.id
    where below.account_id = app.account_id()
  )
  select coalesce(array_agg(id), '{}') from branch;
end;

revoke execute on all functions in schema app from public;
grant execute on all functions in schema app to ticket_pros_app, ticket_pros_worker;

alter table accounts enable row level security;
create policy app_sees_its_account on accounts for select to ticket_pros_app using (id = (select app.account_id()));
create policy worker_sees_its_account on accounts for select to ticket_pros_worker using (id = (select app.account_id()));
grant select on accounts to ticket_pros_app, ticket_pros_worker;

alter table members enable row level security;
create policy app_sees_visible_members on members for select to ticket_pros_app using (
  (
    account_id = (select app.account_id())
    and ((select app.sees_account()) or id = any ((select app.visible_member_ids())::uuid[]))
  )
  or user_id = (select app.user_id())
);
grant select on members to ticket_pros_app;

-- A new account has no member who could be asked for permission, so founding one is a function of its own.
create function app.found_account(company text, owner_user_id text, owner_name text)
  returns table (account_id uuid, member_id uuid) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  new_account uuid;
begin
  insert into accounts (name) values (company) returning id into new_account;
  return query insert into members (account_id, user_id, name, role)
    values (new_account, owner_user_id, owner_name, 'owner')
    returning members.account_id, members.id;
end $$;
revoke execute on function app.found_account(text, text, text) from public;
grant execute on function app.found_account(text, text, text) to ticket_pros_app;

create function app.is_owner() returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from members
    where account_id = app.account_id() and id = app.member_id() and is_active and role = 'owner'
  );
revoke execute on function app.is_owner() from public;
grant execute on function app.is_owner() to ticket_pros_app;

create policy app_adds_members_as_owner on members for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and (select app.is_owner())
);
grant insert on members to ticket_pros_app;
