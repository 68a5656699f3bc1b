-- Who runs the service. They are no members: what a customer keeps opens to them only by a look, which has a reason, an end, and a place
-- in that customer's audit log.
create table operators (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 200),
  email text not null unique check (email = lower(email) and length(email) <= 254),
  -- SHA-256 of the key (256 random bits), which was shown once.
  key_hash bytea not null unique check (octet_length(key_hash) = 32),
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
alter table operators enable row level security;

create table operator_looks (
  account_id uuid not null references accounts (id),
  -- Random: whoever has it can use the look while it is open.
  id uuid not null unique default gen_random_uuid(),
  operator_id uuid not null references operators (id),
  operator_name text not null,
  reason text not null check (length(trim(reason)) between 10 and 1000),
  opened_at timestamptz not null default now(),
  ends_at timestamptz not null default now() + interval '1 hour',
  opened_in xid8 not null default pg_current_xact_id(),
  primary key (account_id, id),
  check (ends_at > opened_at and ends_at <= opened_at + interval '1 hour')
);
alter table operator_looks enable row level security;
create policy owner_sees_operator_looks on operator_looks for select to ticket_pros_app using (
  account_id = (select app.account_id()) and (select app.is_owner())
);
grant select (account_id, id, operator_name, reason, opened_at, ends_at) on operator_looks to ticket_pros_app;

create function app.find_operator(hash bytea) returns operators language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  found_operator operators%rowtype;
begin
  select * into found_operator from operators where key_hash = hash and disabled_at is null;
  if not found then
    raise exception 'this operator key is unknown or disabled' using errcode = 'insufficient_privilege';
  end if;
  return found_operator;
end $$;

-- All that operators see without a look: which accounts there are, and how large they are.
create function app.list_accounts_for_operator(key_hash bytea)
  returns table (id uuid, name text, created_at timestamptz, members bigint, tickets bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.find_operator(key_hash);
  return query
    select a.id, a.name, a.created_at,
      (select count(*) from members m where m.account_id = a.id and m.is_active),
      (select count(*) from tickets t where t.account_id = a.id and t.state not in ('uploading', 'deleted'))
    from accounts a order by a.created_at, a.id;
end $$;

-- The settings of a member's scope are emptied before, so that no operator can write this event in somebody else's name.
create function app.open_operator_look(key_hash bytea, account uuid, look_reason text)
  returns table (look_id uuid, ends_at timestamptz) language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
declare
  operator operators%rowtype := app.find_operator(key_hash);
  look operator_looks%rowtype;
begin
  perform set_config('app.' || name, '', true) from unnest(array['account_id', 'member_id', 'actor_id', 'key_id', 'origin']) as name;
  insert into operator_looks (account_id, operator_id, operator_name, reason)
    values (account, operator.id, operator.name, look_reason) returning * into look;
  insert into audit_events (account_id, action, actor, subject_kind, subject_id, payload)
    values (account, 'operator.looked', 'operator', 'operator_look', look.id,
      jsonb_build_object('operator', operator.name, 'reason', look_reason, 'endsAt', look.ends_at));
  return query select look.id, look.ends_at;
end $$;

-- The account of the look that the transaction names, while it is open. A look counts only once it was committed, by an earlier transaction:
-- one that could still be rolled back would leave no trace.
create function app.operator_look_account() returns uuid language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.account_id from operator_looks l
  join operators o on o.id = l.operator_id and o.disabled_at is null
  where l.id = nullif(current_setting('app.operator_look', true), '')::uuid
    and l.ends_at > statement_timestamp()
    and l.opened_in is distinct from pg_current_xact_id_if_assigned();
end;

revoke execute on function app.find_operator(bytea), app.list_accounts_for_operator(bytea),
  app.open_operator_look(bytea, uuid, text), app.operator_look_account() from public;
grant usage on schema app to ticket_pros_operator;
grant execute on function app.list_accounts_for_operator(bytea), app.open_operator_look(bytea, uuid, text),
  app.operator_look_account() to ticket_pros_operator;

create policy operator_looks_at_tickets on tickets for select to ticket_pros_operator
  using (account_id = (select app.operator_look_account()));
create policy operator_looks_at_images on images for select to ticket_pros_operator
  using (account_id = (select app.operator_look_account()));
create policy operator_looks_at_values on ticket_values for select to ticket_pros_operator
  using (account_id = (select app.operator_look_account()));
grant select on tickets, images, ticket_values to ticket_pros_operator;
