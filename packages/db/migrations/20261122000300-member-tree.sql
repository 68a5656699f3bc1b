-- What an account's owners decide for everybody in it.
alter table accounts
  -- Ends the sign-in names that its owners make (carlos.mvh482), so that no name says anything about another account.
  add column sign_in_code text unique check (sign_in_code ~ '^[a-z]{2,4}[0-9]{3,6}$'),
  add column language text not null default 'en' check (language in ('en', 'es')),
  add column units text not null default 'us' check (units in ('us', 'metric')),
  -- Who has to have a second factor: nobody, owners and office, or everybody.
  add column second_factor text not null default 'optional' check (second_factor in ('optional', 'office', 'everybody')),
  -- What new members of these roles see, unless their owner says otherwise.
  add column office_visibility text not null default 'account' check (office_visibility in ('account', 'branch')),
  add column crew_visibility text not null default 'branch' check (crew_visibility in ('account', 'branch')),
  -- Whether members who are not owners may invite crew below themselves.
  add column branch_invitations boolean not null default true,
  -- When whoever founded it said that it is for business use, by people of age.
  add column business_use_attested_at timestamptz;

create function app.new_sign_in_code(company text) returns text language plpgsql volatile set search_path = public, pg_temp as $$
declare
  initials text := left(regexp_replace(
    (select coalesce(string_agg(left(word, 1), ''), '') from regexp_split_to_table(lower(company), '[^a-z]+') as word), '[^a-z]', '', 'g'
  ), 3);
  code text;
begin
  if length(initials) < 2 then initials := 'tp'; end if;
  for digits in 3..6 loop
    for try in 1..20 loop
      code := initials || lpad(floor(random() * 10 ^ digits)::bigint::text, digits, '0');
      if not exists (select 1 from accounts where sign_in_code = code) then return code; end if;
    end loop;
  end loop;
  raise exception 'no sign-in code is left for these initials';
end $$;
revoke execute on function app.new_sign_in_code(text) from public;

do $$
declare
  one record;
begin
  for one in select id, name from accounts loop
    update accounts set sign_in_code = app.new_sign_in_code(one.name) where id = one.id;
  end loop;
end $$;
alter table accounts alter column sign_in_code set not null;

alter table members
  -- Account: sees everything of the account. Branch: its own, that of the members below it, and of the branch named next.
  add column visibility text check (visibility in ('account', 'branch')),
  add column branch_member_id uuid,
  add column language text check (language in ('en', 'es')),
  add column deactivated_at timestamptz,
  -- To the hour.
  add column last_seen_at timestamptz;
update members set visibility = case role when 'crew' then 'branch' else 'account' end;
update members set reports_to = null where role = 'owner';
update members set deactivated_at = now() where not is_active;
alter table members
  alter column visibility set not null,
  add constraint members_branch_fkey foreign key (account_id, branch_member_id) references members (account_id, id),
  add constraint members_owner_sees_account check (role <> 'owner' or visibility = 'account'),
  add constraint members_owner_reports_to_account check (role <> 'owner' or reports_to is null),
  add constraint members_branch_only_when_narrowed check (branch_member_id is null or visibility = 'branch'),
  add constraint members_deactivated_at check (is_active = (deactivated_at is null));
create index members_by_branch on members (account_id, branch_member_id) where branch_member_id is not null;

-- Changes of an account's tree happen one after the other, so that two of them can't be right alone and wrong together: a circle made of
-- two moves, two owners who take the role from each other. Whoever changes members waits here before it holds the row of any, so that
-- no two of them wait for each other.
create function app.lock_member_tree() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from accounts where id = app.account_id() for no key update;
  return null;
end $$;
create trigger lock_member_tree before insert or update of role, reports_to, visibility, branch_member_id, is_active on members
  for each statement execute function app.lock_member_tree();

create function app.guard_member_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  account accounts%rowtype;
begin
  if tg_op = 'UPDATE' then
    if new.id <> old.id or new.account_id <> old.account_id or new.user_id <> old.user_id then
      raise exception 'a member stays the same person in the same account' using errcode = 'check_violation';
    end if;
    -- A name, a language, when it was there last: nobody has to wait for those.
    if (new.role, new.visibility, new.is_active) = (old.role, old.visibility, old.is_active)
      and new.reports_to is not distinct from old.reports_to and new.branch_member_id is not distinct from old.branch_member_id
    then return new; end if;
  end if;
  select * into account from accounts where id = new.account_id for no key update;
  -- The statement began before it waited: who asks may have lost the role meanwhile, which the policies don't see.
  if app.member_id() is not null and not app.is_owner() then
    raise exception 'only owners change members' using errcode = 'insufficient_privilege', constraint = 'members_changed_by_owners';
  end if;
  if tg_op = 'INSERT' then
    new.visibility := coalesce(new.visibility, case new.role
      when 'owner' then 'account' when 'office' then account.office_visibility else account.crew_visibility end);
  end if;
  new.deactivated_at := case when new.is_active then null else coalesce(new.deactivated_at, now()) end;
  if new.reports_to is not null and exists (
    with recursive above as (
      select id, reports_to from members where account_id = new.account_id and id = new.reports_to
      union
      select up.id, up.reports_to from members up join above on up.id = above.reports_to where up.account_id = new.account_id
    )
    select 1 from above where id = new.id
  ) then
    raise exception 'a member can not report to somebody below it' using errcode = 'check_violation', constraint = 'members_no_circle';
  end if;
  return new;
end $$;
create trigger guard_member_change
  before insert or update of account_id, id, user_id, role, reports_to, visibility, branch_member_id, is_active on members
  for each row execute function app.guard_member_change();

create function app.keep_an_owner() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from members where account_id = old.account_id and role = 'owner' and is_active) then
    raise exception 'an account keeps at least one owner' using errcode = 'check_violation', constraint = 'members_keep_an_owner';
  end if;
  return null;
end $$;
create trigger keep_an_owner after update on members
  for each row when (old.role = 'owner' and old.is_active and (new.role <> 'owner' or not new.is_active))
  execute function app.keep_an_owner();

-- Ends what is open in a member's name, in the transaction that deactivates it. A person with places in other accounts keeps those.
create function app.end_access_of_member() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from auth."session" s where s."userId" = new.user_id and (
    s."memberId" = new.id::text
    or not exists (select 1 from members other where other.user_id = new.user_id and other.is_active)
  );
  update auth."session" set "seeAsMemberId" = null where "seeAsMemberId" = new.id::text;
  update api_keys set revoked_at = now() where account_id = new.account_id and member_id = new.id and revoked_at is null;
  update invitations set revoked_at = now()
    where account_id = new.account_id and revoked_at is null and (created_by = new.id or reports_to = new.id);
  return null;
end $$;
create trigger end_access_of_member after update on members
  for each row when (old.is_active and not new.is_active) execute function app.end_access_of_member();

-- Open event streams of this member look again who it is.
create function app.announce_member_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('member_changed', json_build_object('accountId', new.account_id, 'memberId', new.id)::text);
  return null;
end $$;
create trigger announce_member_change after update on members
  for each row when (
    (old.role, old.visibility, old.is_active) is distinct from (new.role, new.visibility, new.is_active)
    or old.reports_to is distinct from new.reports_to or old.branch_member_id is distinct from new.branch_member_id
  ) execute function app.announce_member_change();

create or replace function app.sees_account() returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from members
    where account_id = app.account_id() and id = app.member_id() and is_active and visibility = 'account'
  );

-- A level of the tree at a time, with plans that stay: five times as fast as a recursive query, and every list asks it several times. The
-- cost is about what it takes: enough that the planner doesn't ask it for every row.
create or replace function app.visible_member_ids() returns uuid[] language plpgsql stable security definer cost 10000
  set search_path = public, pg_temp as $$
declare
  account uuid := app.account_id();
  seen uuid[];
  below uuid[];
begin
  select array_remove(array[id, nullif(branch_member_id, id)], null) into seen
    from members where account_id = account and id = app.member_id() and is_active;
  below := seen;
  while below is not null loop
    select array_agg(id) into below from members
      where account_id = account and reports_to = any (below) and id <> all (seen);
    seen := seen || below;
  end loop;
  return coalesce(seen, '{}');
end $$;

create function app.is_active() returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from members where account_id = app.account_id() and id = app.member_id() and is_active);
revoke execute on function app.is_active() from public;
grant execute on function app.is_active() to ticket_pros_app;

create policy app_changes_members_as_owner on members for update to ticket_pros_app
  using (account_id = (select app.account_id()) and (select app.is_owner()))
  with check (account_id = (select app.account_id()));
grant update (name, role, reports_to, visibility, branch_member_id, is_active) on members to ticket_pros_app;

-- What members change about themselves, whatever their role.
create function app.change_own_profile(new_name text, new_language text) returns void language sql volatile security definer
  set search_path = public, pg_temp
begin atomic
  update members set name = new_name, language = new_language
  where account_id = app.account_id() and id = app.member_id() and is_active;
end;

create function app.note_presence() returns void language sql volatile security definer set search_path = public, pg_temp
begin atomic
  update members set last_seen_at = now()
  where account_id = app.account_id() and id = app.member_id()
    and (last_seen_at is null or last_seen_at < now() - interval '1 hour');
end;
revoke execute on function app.note_presence() from public;
grant execute on function app.note_presence() to ticket_pros_app;

create policy app_changes_account_as_owner on accounts for update to ticket_pros_app
  using (id = (select app.account_id()) and (select app.is_owner()));
grant update (name, time_zone, language, units, second_factor, office_visibility, crew_visibility, branch_invitations)
  on accounts to ticket_pros_app;

-- The search past row-level security answers ids of tickets that the member sees: not even that a text stands on somebody else's is told.
-- Planned anew each time, with what is sought and whose tickets it is sought on: a driver's few are read one by one, an office's by the index.
drop function app.tickets_with_text(text);
create function app.tickets_with_text(pattern text) returns setof uuid language plpgsql stable security definer rows 50
  set search_path = public, pg_temp as $$
begin
  if app.sees_account() then
    return query execute 'select distinct ticket_id from ticket_values where account_id = $1 and normalized ilike $2'
      using app.account_id(), pattern;
  else
    return query execute '
      select distinct t.id from tickets t join ticket_values v on v.account_id = t.account_id and v.ticket_id = t.id
      where t.account_id = $1 and t.member_id = any ($2) and v.account_id = $1 and v.normalized ilike $3'
      using app.account_id(), app.visible_member_ids(), pattern;
  end if;
end $$;
revoke execute on function app.tickets_with_text(text) from public;
grant execute on function app.tickets_with_text(text) to ticket_pros_app;

-- The policies again, for lists of a hundred thousand tickets: whom a member sees is looked up by hash; what belongs to a ticket asks for that
-- ticket alone (an "exists" is planned as a hash of all tickets of the account), and not at all where the whole account is seen. The
-- account itself is named without a subquery: the planner then knows how much it holds, and has less to plan.
alter policy app_sees_visible_tickets on tickets using (
  account_id = app.account_id()
  and ((select app.sees_account()) or member_id in (select unnest((select app.visible_member_ids()))))
);
alter policy app_changes_visible_tickets on tickets using (
  account_id = app.account_id()
  and ((select app.sees_account()) or member_id in (select unnest((select app.visible_member_ids()))))
);
alter policy app_uses_images_of_visible_tickets on images using (
  account_id = app.account_id() and (
    (select app.sees_account())
    or (select t.id from tickets t where t.account_id = images.account_id and t.id = images.ticket_id) is not null
  )
);
alter policy app_uses_values on ticket_values using (
  account_id = app.account_id() and (
    (select app.sees_account())
    or (select t.id from tickets t where t.account_id = ticket_values.account_id and t.id = ticket_values.ticket_id) is not null
  )
);
alter policy app_sees_readings on readings using (
  account_id = app.account_id() and (
    (select app.sees_account())
    or (select t.id from tickets t where t.account_id = readings.account_id and t.id = readings.ticket_id) is not null
  )
);
alter policy app_sees_corrections on corrections using (
  account_id = app.account_id() and (
    (select app.sees_account())
    or (select t.id from tickets t where t.account_id = corrections.account_id and t.id = corrections.ticket_id) is not null
  )
);
alter policy app_sees_visible_members on members using (
  (account_id = app.account_id() and ((select app.sees_account()) or id = any ((select app.visible_member_ids())::uuid[])))
  or user_id = app.user_id()
);

-- Counting needs no more than an index: who and what state are in both.
drop index tickets_by_state, tickets_by_member;
create index tickets_by_state on tickets (account_id, state, received_at, id) include (member_id);
create index tickets_by_member on tickets (account_id, member_id, received_at desc, id desc) include (state);
-- A member belongs to one account alone: without this the planner multiplies both and expects too few tickets of a branch.
create statistics tickets_members (dependencies) on account_id, member_id from tickets;

-- Whoever has an open scope in a member's name captures nothing once that member is deactivated.
alter policy app_captures_own_tickets on tickets with check (
  account_id = (select app.account_id()) and member_id = (select app.member_id())
  and member_id = any ((select app.visible_member_ids())::uuid[])
);

-- A ticket goes to another member by an owner's hand alone.
create function app.guard_handover() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not app.is_owner() then
    raise exception 'only an owner hands tickets over'
      using errcode = 'insufficient_privilege', constraint = 'tickets_handed_over_by_owners';
  end if;
  -- A phone that two members share may have sent one upload in the name of both. The id was for tries of the member whose ticket it was.
  new.upload_id := gen_random_uuid();
  return new;
end $$;
create trigger guard_handover before update of member_id on tickets
  for each row when (old.member_id is distinct from new.member_id) execute function app.guard_handover();
grant update (member_id) on tickets to ticket_pros_app;

-- Founding says when business use was attested; the account that an operator makes for a customer has it on paper.
drop function app.found_account(text, text, text);
create function app.found_account(company text, owner_user_id text, owner_name text, attested_at timestamptz)
  returns table (account_id uuid, member_id uuid) language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  new_account uuid;
begin
  insert into accounts (name, sign_in_code, business_use_attested_at)
    values (company, app.new_sign_in_code(company), attested_at) returning id into new_account;
  return query insert into members (account_id, user_id, name, role)
    values (new_account, owner_user_id, owner_name, 'owner')
    returning members.account_id, members.id;
end $$;

revoke execute on function app.lock_member_tree(), app.guard_member_change(), app.keep_an_owner(), app.end_access_of_member(), app.announce_member_change(),
  app.guard_handover(), app.change_own_profile(text, text), app.found_account(text, text, text, timestamptz) from public;
grant execute on function app.change_own_profile(text, text), app.found_account(text, text, text, timestamptz) to ticket_pros_app;

-- The places of a signed-in user, with the names of the accounts that it has them in.
create policy app_sees_accounts_of_user on accounts for select to ticket_pros_app using (
  exists (select 1 from members m where m.account_id = accounts.id and m.user_id = (select app.user_id()) and m.is_active)
);
