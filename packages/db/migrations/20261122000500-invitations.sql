create table invitations (
  account_id uuid not null references accounts (id),
  id uuid not null default uuidv7(),
  created_by uuid not null,
  role text not null check (role in ('owner', 'office', 'crew')),
  reports_to uuid,
  -- Null takes the account's default for the role.
  visibility text check (visibility in ('account', 'branch')),
  -- Whom it was sent to, and the name that the form begins with.
  email text check (email = lower(email) and length(email) <= 254),
  name text check (length(trim(name)) between 1 and 200),
  -- SHA-256 of the token; the token itself is in the link and nowhere else.
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  -- The same of the token in the mail. Whoever made the invitation never had that one, so it proves who reads the mail.
  mailed_token_hash bytea unique check (octet_length(mailed_token_hash) = 32),
  max_uses integer not null default 1 check (max_uses between 1 and 500),
  uses integer not null default 0,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, created_by) references members (account_id, id),
  foreign key (account_id, reports_to) references members (account_id, id),
  check (uses between 0 and max_uses),
  check (email is null or max_uses = 1),
  check ((email is null) = (mailed_token_hash is null)),
  check (role <> 'owner' or (max_uses = 1 and reports_to is null and visibility is distinct from 'branch')),
  check (expires_at <= created_at + interval '91 days')
);
create index invitations_newest on invitations (account_id, created_at desc, id desc);

-- Whether a member is this superior or somewhere below it.
create function app.is_below(account uuid, member uuid, superior uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  with recursive above as (
    select m.id, m.reports_to from members m where m.account_id = account and m.id = member
    union
    select up.id, up.reports_to from members up join above on up.id = above.reports_to where up.account_id = account
  )
  select exists (select 1 from above where above.id = superior);
end;

-- Whether whoever is not an owner may invite below this member: below itself, where the owners allow it.
create function app.may_invite_below(member uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (
    select 1 from members m join accounts a on a.id = m.account_id and a.branch_invitations
    where m.account_id = app.account_id() and m.id = app.member_id() and m.is_active
  ) and app.is_below(app.account_id(), member, app.member_id());
end;

-- Whether a link works. It ends with its time and its uses, and with the right of its maker to make it: a foreman who was moved away
-- from a branch, or an owner who is none any more, brings nobody in with what is left of their links.
create function app.invitation_holds(i invitations) returns boolean language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select (i).revoked_at is null and (i).expires_at > now() and (i).uses < (i).max_uses
    and ((i).reports_to is null or exists (
      select 1 from members s where s.account_id = (i).account_id and s.id = (i).reports_to and s.is_active
    ))
    and exists (
      select 1 from members m join accounts a on a.id = m.account_id
      where m.account_id = (i).account_id and m.id = (i).created_by and m.is_active and (
        m.role = 'owner'
        or (
          (i).role = 'crew' and (i).visibility is null and a.branch_invitations
          and app.is_below((i).account_id, (i).reports_to, m.id)
        )
      )
    );
end;

-- Of the invitations that the member of the transaction sees, those whose links work.
create function app.open_invitation_ids() returns uuid[] language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(array_agg(i.id), '{}') from invitations i
  where i.account_id = app.account_id() and (app.is_owner() or i.created_by = app.member_id()) and app.invitation_holds(i);
end;

alter table invitations enable row level security;
create policy app_sees_invitations on invitations for select to ticket_pros_app using (
  account_id = (select app.account_id()) and ((select app.is_owner()) or (created_by = (select app.member_id()) and (select app.is_active())))
);
create policy app_makes_invitations on invitations for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and created_by = (select app.member_id()) and (
    (select app.is_owner()) or (role = 'crew' and visibility is null and app.may_invite_below(reports_to))
  )
);
create policy app_revokes_invitations on invitations for update to ticket_pros_app using (
  account_id = (select app.account_id()) and ((select app.is_owner()) or (created_by = (select app.member_id()) and (select app.is_active())))
);
grant select on invitations to ticket_pros_app;
grant insert (account_id, id, created_by, role, reports_to, visibility, email, name, token_hash, mailed_token_hash, max_uses, expires_at)
  on invitations to ticket_pros_app;
grant update (revoked_at) on invitations to ticket_pros_app;

-- How many invitations of the account are open, and how many were made in the last hour, by whomever. Until the transaction ends
-- nobody else makes any, so that what was counted still holds.
create function app.count_invitations() returns table (open integer, last_hour integer) language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('invitations of ' || app.account_id(), 0));
  return query
    select
      (count(*) filter (where i.revoked_at is null and i.expires_at > now() and i.uses < i.max_uses))::integer,
      (count(*) filter (where i.created_at > now() - interval '1 hour'))::integer
    from invitations i where i.account_id = app.account_id();
end $$;

-- What the bearer of a link may know before joining: nothing where the link is over.
create function app.find_invitation(hash bytea)
  returns table (
    company text, role text, inviter text, email text, name text, language text, sign_in_code text, proves_email boolean
  )
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.name, i.role, m.name, i.email, i.name, a.language, a.sign_in_code, i.mailed_token_hash is not distinct from hash
  from invitations i
  join accounts a on a.id = i.account_id
  join members m on m.account_id = i.account_id and m.id = i.created_by
  where (i.token_hash = hash or i.mailed_token_hash = hash) and app.invitation_holds(i);
end;

-- Takes one use and makes the member. No row: the link is over. The user is the one of the transaction's scope.
create function app.accept_invitation(hash bytea, member_name text)
  returns table (account_id uuid, member_id uuid) language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  account uuid;
  invitation invitations%rowtype;
  maker members%rowtype;
  joined uuid;
begin
  select i.account_id into account from invitations i where i.token_hash = hash or i.mailed_token_hash = hash;
  if not found or app.user_id() is null then return; end if;
  -- First the account, as with every change of its tree: who is being deactivated or moved now brings nobody in.
  perform 1 from accounts a where a.id = account for no key update;
  select * into invitation from invitations i
    where i.account_id = account and (i.token_hash = hash or i.mailed_token_hash = hash) and app.invitation_holds(i) for update;
  if not found then return; end if;
  update invitations i set uses = i.uses + 1 where i.account_id = account and i.id = invitation.id;
  select * into maker from members m where m.account_id = account and m.id = invitation.created_by;
  -- Whoever sees a branch alone brings nobody in who sees more, whatever the account's default is.
  insert into members (account_id, user_id, name, role, reports_to, visibility)
    values (account, app.user_id(), member_name, invitation.role, invitation.reports_to,
      coalesce(invitation.visibility, case when maker.visibility = 'branch' then 'branch' end))
    returning members.id into joined;
  insert into audit_events (account_id, action, actor, member_id, subject_kind, subject_id, payload)
    values (account, 'invitation.accepted', 'member', joined, 'invitation', invitation.id,
      jsonb_build_object('name', member_name, 'role', invitation.role));
  return query select account, joined;
end $$;

-- Makes the user of the transaction's scope, in the transaction that gives it its place: no user without a place is left behind. It can
-- only add one; nothing here reads or changes a user that is there.
create function app.add_user(user_name text, user_email text, sign_in_name text, password_hash text) returns void
  language sql volatile security definer set search_path = auth, pg_temp
begin atomic
  insert into auth."user" ("id", "name", "email", "emailVerified", "username")
    values (app.user_id(), user_name, user_email, sign_in_name is null, sign_in_name);
  insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
    values (gen_random_uuid()::text, app.user_id(), 'credential', app.user_id(), password_hash, now());
end;

-- What somebody asked for and a mail has to confirm: the application reads it by the token of that mail and in no other way, once.
-- auth.remove_expired() removes what nobody confirmed.
create function app.keep_pending(hash bytea, pending text, valid_for interval) returns void language sql volatile security definer
  set search_path = auth, pg_temp
begin atomic
  insert into auth."verification" ("id", "identifier", "value", "expiresAt")
    values (gen_random_uuid()::text, 'joining:' || encode(hash, 'hex'), pending, now() + valid_for);
end;
create function app.take_pending(hash bytea) returns text language sql volatile security definer set search_path = auth, pg_temp
begin atomic
  delete from auth."verification" where "identifier" = 'joining:' || encode(hash, 'hex') and "expiresAt" > now()
    returning "value";
end;

revoke execute on function app.is_below(uuid, uuid, uuid), app.may_invite_below(uuid), app.invitation_holds(invitations),
  app.open_invitation_ids(), app.count_invitations(), app.find_invitation(bytea), app.accept_invitation(bytea, text),
  app.add_user(text, text, text, text), app.keep_pending(bytea, text, interval), app.take_pending(bytea) from public;
grant execute on function app.may_invite_below(uuid), app.open_invitation_ids(), app.count_invitations(), app.find_invitation(bytea),
  app.accept_invitation(bytea, text), app.add_user(text, text, text, text), app.keep_pending(bytea, text, interval),
  app.take_pending(bytea) to ticket_pros_app;
