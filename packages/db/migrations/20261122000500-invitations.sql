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
  check (role <> 'owner' or (max_uses = 1 and reports_to is null and visibility is distinct from 'branch')),
  check (expires_at <= created_at + interval '91 days')
);
create index invitations_newest on invitations (account_id, created_at desc, id desc);

alter table invitations enable row level security;
create policy app_sees_invitations on invitations for select to ticket_pros_app using (
  account_id = (select app.account_id()) and ((select app.is_owner()) or created_by = (select app.member_id()))
);
-- Whoever is not an owner invites crew below itself, where the owners allow it.
create policy app_makes_invitations on invitations for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and created_by = (select app.member_id()) and (
    (select app.is_owner())
    or (
      role = 'crew' and visibility is null and reports_to = any ((select app.visible_member_ids())::uuid[])
      and (select a.branch_invitations from accounts a where a.id = (select app.account_id()))
    )
  )
);
create policy app_revokes_invitations on invitations for update to ticket_pros_app using (
  account_id = (select app.account_id()) and ((select app.is_owner()) or created_by = (select app.member_id()))
);
grant select on invitations to ticket_pros_app;
grant insert (account_id, id, created_by, role, reports_to, visibility, email, name, token_hash, max_uses, expires_at)
  on invitations to ticket_pros_app;
grant update (revoked_at) on invitations to ticket_pros_app;

-- What the bearer of a link may know before joining: nothing where the link is over.
create function app.find_invitation(hash bytea)
  returns table (company text, role text, inviter text, email text, name text, language text, sign_in_code text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.name, i.role, m.name, i.email, i.name, a.language, a.sign_in_code
  from invitations i
  join accounts a on a.id = i.account_id
  join members m on m.account_id = i.account_id and m.id = i.created_by
  where i.token_hash = hash and i.revoked_at is null and i.expires_at > now() and i.uses < i.max_uses;
end;

-- Takes one use and makes the member. No row: the link is over. The user is the one of the transaction's scope.
create function app.accept_invitation(hash bytea, member_name text)
  returns table (account_id uuid, member_id uuid) language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  invitation invitations%rowtype;
  joined uuid;
begin
  select * into invitation from invitations i
    where i.token_hash = hash and i.revoked_at is null and i.expires_at > now() and i.uses < i.max_uses for update;
  if not found or app.user_id() is null then return; end if;
  update invitations i set uses = i.uses + 1 where i.account_id = invitation.account_id and i.id = invitation.id;
  insert into members (account_id, user_id, name, role, reports_to, visibility)
    values (invitation.account_id, app.user_id(), member_name, invitation.role, invitation.reports_to, invitation.visibility)
    returning members.id into joined;
  insert into audit_events (account_id, action, actor, member_id, subject_kind, subject_id, payload)
    values (invitation.account_id, 'invitation.accepted', 'member', joined, 'invitation', invitation.id,
      jsonb_build_object('name', member_name, 'role', invitation.role));
  return query select invitation.account_id, joined;
end $$;

revoke execute on function app.find_invitation(bytea), app.accept_invitation(bytea, text) from public;
grant execute on function app.find_invitation(bytea), app.accept_invitation(bytea, text) to ticket_pros_app;
