-- Photos of which a part has arrived: a row for each, with the key that its pieces in the object store are sealed under. The bytes that make
-- a photo whole are never staged, so a row always waits for more.
create table staged_photos (
  account_id uuid not null,
  image_id uuid not null,
  -- AES-256. With the row goes the key, and with it whatever a piece that is still lying somewhere says.
  seal_key bytea not null check (octet_length(seal_key) = 32),
  byte_length integer not null check (byte_length between 1 and 25 * 1024 * 1024),
  -- Bytes from the beginning that are safe in pieces. It moves only from where a request found it, so that no two count the same bytes.
  received integer not null default 0 check (received >= 0 and received < byte_length),
  created_at timestamptz not null default now(),
  primary key (account_id, image_id),
  foreign key (account_id, image_id) references images (account_id, id) on delete cascade
);

-- Objects that hold sealed bytes of a photo. The row is there before the object and goes after it. One whose photo has no key any more,
-- or that was never noted as stored, is what a broken request left: the sweep removes it an hour later.
create table staged_pieces (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  ticket_id uuid not null,
  image_id uuid not null,
  start integer not null check (start >= 0),
  byte_length integer not null check (byte_length > 0),
  stored_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references tickets (account_id, id) on delete cascade,
  foreign key (account_id, image_id) references images (account_id, id) on delete cascade
);
create index staged_pieces_by_image on staged_pieces (account_id, image_id, start);
create index staged_pieces_by_ticket on staged_pieces (account_id, ticket_id);
create index staged_pieces_by_age on staged_pieces (created_at);
-- No two pieces begin at the same byte and both count.
create unique index staged_pieces_stored_once on staged_pieces (account_id, image_id, start) where stored_at is not null;

-- How long a photo was as it was sent: what a phone that asks how far it came is told once the photo is stored.
alter table images add column sent_byte_size integer check (sent_byte_size > 0);
grant update (sent_byte_size) on images to ticket_pros_app;

-- The statement that says that a photo is safe takes the key of its staged bytes away.
create function app.end_staging_of_image() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from staged_photos where account_id = new.account_id and image_id = new.id;
  return null;
end $$;
create trigger end_staging_of_image after update of stored_at on images
  for each row when (new.stored_at is not null) execute function app.end_staging_of_image();
revoke execute on function app.end_staging_of_image() from public;

-- The API: the member whose photos they are. Tickets are filtered by their own policy inside these subqueries.
alter table staged_photos enable row level security;
create policy app_stages_own_photos on staged_photos for all to ticket_pros_app using (
  account_id = (select app.account_id())
  and exists (
    select 1 from images i join tickets t on t.account_id = i.account_id and t.id = i.ticket_id
    where i.account_id = staged_photos.account_id and i.id = staged_photos.image_id and t.member_id = (select app.member_id())
  )
);
grant select, insert, delete, update (received) on staged_photos to ticket_pros_app;

alter table staged_pieces enable row level security;
create policy app_stages_own_pieces on staged_pieces for all to ticket_pros_app using (
  account_id = (select app.account_id())
  and exists (
    select 1 from tickets t
    where t.account_id = staged_pieces.account_id and t.id = staged_pieces.ticket_id and t.member_id = (select app.member_id())
  )
);
grant select, insert, delete, update (stored_at) on staged_pieces to ticket_pros_app;

-- The sweep: every account, but ids and times alone; it removes pieces that nobody waits for.
create policy sweep_sees_staged_photos on staged_photos for select to ticket_pros_sweep using (true);
grant select (account_id, image_id) on staged_photos to ticket_pros_sweep;
create policy sweep_removes_left_pieces on staged_pieces for all to ticket_pros_sweep using (true);
grant select (account_id, id, ticket_id, image_id, stored_at, created_at) on staged_pieces to ticket_pros_sweep;
grant delete on staged_pieces to ticket_pros_sweep;
