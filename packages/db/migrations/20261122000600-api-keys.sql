create table api_keys (
  account_id uuid not null references accounts (id),
  id uuid not null default uuidv7(),
  -- The member that it acts for: it sees and may do no more than that member.
  member_id uuid not null,
  created_by uuid not null,
  name text not null check (length(trim(name)) between 1 and 100),
  scopes text[] not null check (
    cardinality(scopes) > 0
    and scopes <@ array['tickets.read', 'tickets.capture', 'tickets.review', 'members.read', 'audit.read']
  ),
  -- SHA-256 of the secret (256 random bits, so that no slow hash is needed), and its last characters to tell keys apart.
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  hint text not null check (length(hint) = 4),
  requests_per_minute integer not null default 120 check (requests_per_minute between 1 and 3000),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, member_id) references members (account_id, id),
  foreign key (account_id, created_by) references members (account_id, id),
  check (expires_at <= created_at + interval '367 days')
);

alter table api_keys enable row level security;
create policy owner_sees_keys on api_keys for select to ticket_pros_app using (
  account_id = (select app.account_id()) and (select app.is_owner())
);
create policy owner_makes_keys on api_keys for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and (select app.is_owner()) and created_by = (select app.member_id())
  and exists (select 1 from members m where m.account_id = api_keys.account_id and m.id = api_keys.member_id and m.is_active)
);
-- What is revoked stays so.
create policy owner_revokes_keys on api_keys for update to ticket_pros_app
  using (account_id = (select app.account_id()) and (select app.is_owner()) and revoked_at is null)
  with check (account_id = (select app.account_id()) and revoked_at is not null);
grant select on api_keys to ticket_pros_app;
grant insert (account_id, id, member_id, created_by, name, scopes, secret_hash, hint, requests_per_minute, expires_at)
  on api_keys to ticket_pros_app;
grant update (revoked_at) on api_keys to ticket_pros_app;

-- The key behind a secret, before there is a scope; notes its use once a minute.
create function app.find_api_key(hash bytea)
  returns table (account_id uuid, id uuid, member_id uuid, scopes text[], requests_per_minute integer)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  update api_keys k set last_used_at = now()
    from members m
    where m.account_id = k.account_id and m.id = k.member_id and m.is_active and k.secret_hash = hash and k.revoked_at is null and k.expires_at > now()
      and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
  return query
    select k.account_id, k.id, k.member_id, k.scopes, k.requests_per_minute from api_keys k
    join members m on m.account_id = k.account_id and m.id = k.member_id and m.is_active
    where k.secret_hash = hash and k.revoked_at is null and k.expires_at > now();
end $$;
revoke execute on function app.find_api_key(bytea) from public;
grant execute on function app.find_api_key(bytea) to ticket_pros_app;
