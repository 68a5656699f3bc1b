create table ticket_state_transitions (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
insert into ticket_state_transitions (from_state, to_state) values
  ('uploading', 'received'),
  ('received', 'reading'), ('received', 'failed'), ('received', 'deleted'),
  ('reading', 'received'), ('reading', 'needs_review'), ('reading', 'approved'), ('reading', 'failed'),
  ('reading', 'deleted'),
  ('needs_review', 'approved'), ('needs_review', 'unreadable'), ('needs_review', 'rejected'),
  ('needs_review', 'received'), ('needs_review', 'deleted'),
  ('approved', 'needs_review'), ('approved', 'deleted'),
  ('unreadable', 'needs_review'), ('unreadable', 'received'), ('unreadable', 'deleted'),
  ('rejected', 'needs_review'), ('rejected', 'received'), ('rejected', 'deleted'),
  ('failed', 'received'), ('failed', 'needs_review'), ('failed', 'unreadable'), ('failed', 'rejected'),
  ('failed', 'deleted');

create table tickets (
  account_id uuid not null references accounts (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  -- Made by the phone; the same one again is the same ticket.
  upload_id uuid not null,
  -- The try that the upload belongs to now; an earlier one that breaks off late must not take the rows with it.
  upload_try uuid not null default gen_random_uuid(),
  ticket_type text not null,
  state text not null default 'uploading',
  -- Grows by one with every change that members can see; reviews name the version they looked at.
  version integer not null default 1,
  -- The reading that is wanted or was saved last; "read again" raises it.
  reading_number integer not null default 1 check (reading_number >= 1),
  -- How often reading_number was begun; a picture that kills the worker each time ends here.
  reading_starts integer not null default 0,
  failure_code text,
  reject_reason text,
  reviewed_by uuid,
  approved_at timestamptz,
  received_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (account_id, id),
  unique (account_id, member_id, upload_id),
  foreign key (account_id, member_id) references members (account_id, id),
  foreign key (account_id, reviewed_by) references members (account_id, id),
  check (state in ('uploading', 'received', 'reading', 'needs_review', 'approved', 'unreadable', 'rejected', 'failed', 'deleted')),
  check ((state = 'failed') = (failure_code is not null)),
  check ((state = 'rejected') = (reject_reason is not null)),
  check ((state = 'approved') = (approved_at is not null))
);
create index tickets_newest on tickets (account_id, received_at desc, id desc);
create index tickets_by_state on tickets (account_id, state, received_at, id);
create index tickets_by_member on tickets (account_id, member_id, received_at desc, id desc);
create index tickets_with_work_due on tickets (updated_at) where state in ('uploading', 'received', 'reading');

create function app.guard_ticket_change() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'uploading' then
      raise exception 'a ticket begins in state uploading, not %', new.state using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.state <> old.state and not exists (
    select 1 from ticket_state_transitions where from_state = old.state and to_state = new.state
  ) then
    raise exception 'a ticket can not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;
create trigger guard_ticket_change before insert or update on tickets
  for each row execute function app.guard_ticket_change();

-- Ids only: listeners ask for the rest under their own scope. Sent when the transaction commits.
create function app.announce_ticket_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('ticket_changed', json_build_object('accountId', new.account_id, 'ticketId', new.id)::text);
  return null;
end $$;
create trigger announce_ticket_change after insert or update on tickets
  for each row execute function app.announce_ticket_change();

create table images (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  ticket_id uuid not null,
  page integer not null check (page >= 0),
  -- Of the bytes as the phone sent them, and of the bytes as stored without metadata.
  sent_sha256 text not null check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  stored_sha256 text check (stored_sha256 ~ '^[0-9a-f]{64}$'),
  media_type text check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  byte_size integer check (byte_size > 0),
  -- Of the upright image, in pixels.
  width integer check (width > 0),
  height integer check (height > 0),
  -- Null until the object is safe in storage.
  stored_at timestamptz,
  has_derivatives boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  unique (account_id, ticket_id, page),
  foreign key (account_id, ticket_id) references tickets (account_id, id) on delete cascade,
  check (
    stored_at is null
    or (stored_sha256 is not null and media_type is not null and byte_size is not null and width is not null and height is not null)
  )
);
create index images_by_hash on images (account_id, stored_sha256);

revoke execute on function app.guard_ticket_change(), app.announce_ticket_change() from public;
grant select on ticket_state_transitions to ticket_pros_app, ticket_pros_worker, ticket_pros_sweep;

-- The API: a member sees its own tickets and those of the members below it, owner and office the whole account.
alter table tickets enable row level security;
create policy app_sees_visible_tickets on tickets for select to ticket_pros_app using (
  account_id = (select app.account_id())
  and ((select app.sees_account()) or member_id = any ((select app.visible_member_ids())::uuid[]))
);
create policy app_captures_own_tickets on tickets for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and member_id = (select app.member_id())
);
create policy app_changes_visible_tickets on tickets for update to ticket_pros_app using (
  account_id = (select app.account_id())
  and ((select app.sees_account()) or member_id = any ((select app.visible_member_ids())::uuid[]))
);
create policy app_withdraws_own_uploads on tickets for delete to ticket_pros_app using (
  account_id = (select app.account_id()) and member_id = (select app.member_id()) and state = 'uploading'
);
grant select, insert, delete on tickets to ticket_pros_app;
grant update (upload_try, state, reading_number, reading_starts, failure_code, reject_reason, reviewed_by, approved_at, received_at, updated_at)
  on tickets to ticket_pros_app;

alter table images enable row level security;
-- Tickets are filtered by their own policy inside this subquery.
create policy app_uses_images_of_visible_tickets on images for all to ticket_pros_app using (
  account_id = (select app.account_id())
  and exists (select 1 from tickets t where t.account_id = images.account_id and t.id = images.ticket_id)
);
grant select, insert on images to ticket_pros_app;
grant update (stored_sha256, media_type, byte_size, width, height, stored_at) on images to ticket_pros_app;

-- The worker: the account of the ticket that it reads.
create policy worker_sees_tickets on tickets for select to ticket_pros_worker using (account_id = (select app.account_id()));
create policy worker_changes_tickets on tickets for update to ticket_pros_worker
  using (account_id = (select app.account_id()));
grant select on tickets to ticket_pros_worker;
grant update (state, reading_starts, failure_code, approved_at, updated_at) on tickets to ticket_pros_worker;
create policy worker_sees_images on images for select to ticket_pros_worker using (account_id = (select app.account_id()));
create policy worker_changes_images on images for update to ticket_pros_worker
  using (account_id = (select app.account_id()));
grant select on images to ticket_pros_worker;
grant update (has_derivatives) on images to ticket_pros_worker;

-- The sweep: every account, but ids and states alone; it removes what was never received.
create policy sweep_sees_tickets on tickets for select to ticket_pros_sweep using (true);
create policy sweep_removes_unfinished_uploads on tickets for delete to ticket_pros_sweep using (state = 'uploading');
grant select (account_id, id, state, reading_number, reading_starts, received_at, updated_at) on tickets to ticket_pros_sweep;
grant delete on tickets to ticket_pros_sweep;
create policy sweep_sees_images on images for select to ticket_pros_sweep using (true);
grant select (account_id, id, ticket_id, stored_at) on images to ticket_pros_sweep;
