-- Who did what to what, when and from where. Two tables: the events, whose payload may be erased one day, and the chain over their
-- digests, which then still proves that nothing else was changed.
create function app.actor_id() returns uuid language sql stable
  return coalesce(nullif(current_setting('app.actor_id', true), '')::uuid, app.member_id());
create function app.key_id() returns uuid language sql stable
  return nullif(current_setting('app.key_id', true), '')::uuid;

create table audit_events (
  account_id uuid not null references accounts (id),
  id uuid not null default uuidv7(),
  at timestamptz not null default now(),
  action text not null check (action ~ '^[a-z_]+\.[a-z_]+$'),
  actor text not null check (actor in ('member', 'api_key', 'worker', 'operator', 'nobody')),
  -- The member who did it (of an API key: the member it acts for); null for the worker, operators and refused sign-ins of nobody.
  member_id uuid,
  api_key_id uuid,
  subject_kind text check (subject_kind ~ '^[a-z_]+$'),
  subject_id uuid,
  -- Names, values, addresses. Erased together; the digest of both stays in the chain.
  salt bytea check (octet_length(salt) = 16),
  payload jsonb,
  primary key (account_id, id),
  foreign key (account_id, member_id) references members (account_id, id),
  check ((salt is null) = (payload is null)),
  check ((subject_kind is null) = (subject_id is null))
);
create index audit_events_newest on audit_events (account_id, at desc, id desc);
create index audit_events_by_member on audit_events (account_id, member_id, at desc, id desc);
create index audit_events_by_subject on audit_events (account_id, subject_id, at desc, id desc);
create index audit_events_by_action on audit_events (account_id, action, at desc, id desc);

create table audit_chain (
  account_id uuid not null,
  number bigint not null check (number >= 1),
  event_id uuid not null,
  payload_digest bytea not null check (octet_length(payload_digest) = 32),
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (account_id, number),
  unique (account_id, event_id),
  foreign key (account_id, event_id) references audit_events (account_id, id)
);

-- The last link of each account; its row lock puts the links of an account in one order. Room is left in its pages, because each event
-- of an account writes its row anew.
create table audit_heads (
  account_id uuid primary key references accounts (id),
  number bigint not null check (number >= 0),
  hash bytea not null check (octet_length(hash) = 32)
) with (fillfactor = 50);

-- Who and where come from the transaction's scope, not from the code that tells what happened.
create function app.complete_audit_event() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  origin text := nullif(current_setting('app.origin', true), '');
begin
  new.at := clock_timestamp();
  if app.member_id() is not null then
    new.account_id := app.account_id();
    new.member_id := app.actor_id();
    new.api_key_id := app.key_id();
    new.actor := case when app.key_id() is null then 'member' else 'api_key' end;
    if app.actor_id() <> app.member_id() then
      new.payload := coalesce(new.payload, '{}') || jsonb_build_object('seenAs', app.member_id());
    end if;
  end if;
  new.payload := coalesce(new.payload, '{}') || coalesce(origin::jsonb, '{}');
  new.salt := uuid_send(gen_random_uuid());
  return new;
end $$;
create trigger complete_audit_event before insert on audit_events
  for each row execute function app.complete_audit_event();

-- sha256(previous hash, the event without its payload, sha256(salt, payload)). Runs at commit, when every other lock is held
-- already, so that waiting for the head can't make a deadlock.
create function app.chain_audit_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_heads%rowtype;
  digest bytea := sha256(new.salt || convert_to(new.payload::text, 'UTF8'));
  link bytea;
begin
  insert into audit_heads (account_id, number, hash) values (new.account_id, 0, decode(repeat('00', 32), 'hex'))
    on conflict (account_id) do nothing;
  select * into head from audit_heads where account_id = new.account_id for update;
  link := sha256(head.hash || convert_to(concat_ws('|',
    new.account_id, head.number + 1, new.id, (extract(epoch from new.at) * 1000000)::bigint, new.action, new.actor,
    coalesce(new.member_id::text, '-'), coalesce(new.api_key_id::text, '-'),
    coalesce(new.subject_kind, '-'), coalesce(new.subject_id::text, '-')
  ), 'UTF8') || digest);
  insert into audit_chain (account_id, number, event_id, payload_digest, previous_hash, hash)
    values (new.account_id, head.number + 1, new.id, digest, head.hash, link);
  update audit_heads set number = head.number + 1, hash = link where account_id = new.account_id;
  return null;
end $$;
create constraint trigger chain_audit_event after insert on audit_events
  deferrable initially deferred for each row execute function app.chain_audit_event();

alter table audit_events enable row level security;
alter table audit_chain enable row level security;
alter table audit_heads enable row level security;
-- Where no member is in the transaction's scope, the API can say of nobody that it was them.
create policy app_writes_audit on audit_events for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and member_id is not distinct from (select app.actor_id())
  and (member_id is not null or actor = 'nobody')
);
create policy owner_reads_audit on audit_events for select to ticket_pros_app using (
  account_id = (select app.account_id()) and (select app.is_owner())
);
create policy owner_reads_chain on audit_chain for select to ticket_pros_app using (
  account_id = (select app.account_id()) and (select app.is_owner())
);
create policy owner_reads_head on audit_heads for select to ticket_pros_app using (
  account_id = (select app.account_id()) and (select app.is_owner())
);
grant select on audit_events, audit_chain, audit_heads to ticket_pros_app;
grant insert (account_id, action, actor, subject_kind, subject_id, payload) on audit_events to ticket_pros_app;
create policy worker_writes_audit on audit_events for insert to ticket_pros_worker with check (
  account_id = (select app.account_id()) and actor = 'worker' and member_id is null
);
grant insert (account_id, action, actor, subject_kind, subject_id, payload) on audit_events to ticket_pros_worker;

-- One event for each hour in which a member looks at the pictures of another member's ticket.
create function app.note_look(ticket uuid, details jsonb) returns void language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
declare
  seen_as jsonb := case when app.actor_id() <> app.member_id() then to_jsonb(app.member_id()) end;
begin
  for try in 1..2 loop
    if exists (
      select 1 from audit_events where account_id = app.account_id() and subject_id = ticket
        and action = 'image.seen' and member_id = app.actor_id() and api_key_id is not distinct from app.key_id()
        and at > now() - interval '1 hour' and payload -> 'seenAs' is not distinct from seen_as
    ) then return; end if;
    -- A page asks for several pictures at once: the first of them writes, the others wait for it and look again.
    if try = 1 then
      perform pg_advisory_xact_lock(hashtextextended(concat_ws('|', ticket, app.actor_id(), app.key_id(), seen_as), 0));
    end if;
  end loop;
  insert into audit_events (account_id, action, actor, subject_kind, subject_id, payload)
    values (app.account_id(), 'image.seen', 'member', 'ticket', ticket, details);
end $$;

-- What happens to a user as a person (signing in, a new password) stands in the log of every account that it has a place in. One that it
-- left hears no more of it.
create function app.note_for_user(event_action text, details jsonb) returns void language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
begin
  insert into audit_events (account_id, action, actor, member_id, subject_kind, subject_id, payload)
    select m.account_id, event_action, case when event_action = 'sign_in.refused' then 'nobody' else 'member' end,
      m.id, 'member', m.id, details
    from members m where m.user_id = app.user_id() and m.is_active
    -- Accounts are chained in this order at commit, so that two users of the same accounts can't wait for each other.
    order by m.account_id;
end $$;

revoke execute on function app.actor_id(), app.key_id(), app.complete_audit_event(), app.chain_audit_event(),
  app.note_look(uuid, jsonb), app.note_for_user(text, jsonb) from public;
grant execute on function app.actor_id(), app.key_id() to ticket_pros_app, ticket_pros_worker;
grant execute on function app.note_look(uuid, jsonb), app.note_for_user(text, jsonb) to ticket_pros_app;

-- What an event said may be erased once it is older than usage data is kept (promise TP-12); that it happened, and its place in the
-- chain, stay. Nobody signs in under this role: it is taken on for that one statement.
create policy retention_sees_old_events on audit_events for select to ticket_pros_retention using (at < now() - interval '90 days');
create policy retention_erases_old_payloads on audit_events for update to ticket_pros_retention
  using (at < now() - interval '90 days') with check (salt is null and payload is null);
grant select (account_id, id, at, action) on audit_events to ticket_pros_retention;
grant update (salt, payload) on audit_events to ticket_pros_retention;
