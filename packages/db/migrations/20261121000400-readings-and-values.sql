create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- One run of the reader: kept, never overwritten.
create table readings (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  ticket_id uuid not null,
  number integer not null check (number >= 1),
  engine text not null,
  engine_version text not null,
  pages jsonb not null,
  words jsonb not null,
  "values" jsonb not null,
  timings jsonb not null,
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  unique (account_id, ticket_id, number),
  foreign key (account_id, ticket_id) references tickets (account_id, id) on delete cascade
);

-- The values as they stand on a ticket now. row_number is 0 for a plain field and counts a table's rows from 1.
create table ticket_values (
  account_id uuid not null,
  ticket_id uuid not null,
  field text not null,
  row_number integer not null check (row_number >= 0),
  printed_text text,
  normalized text,
  confidence real not null check (confidence between 0 and 1),
  box jsonb,
  source text not null check (source in ('reader', 'member')),
  reading_id uuid,
  member_id uuid,
  updated_at timestamptz not null default now(),
  primary key (account_id, ticket_id, field, row_number),
  foreign key (account_id, ticket_id) references tickets (account_id, id) on delete cascade,
  foreign key (account_id, reading_id) references readings (account_id, id),
  foreign key (account_id, member_id) references members (account_id, id),
  check ((source = 'reader') = (member_id is null)),
  check (source = 'member' or reading_id is not null)
);
create index ticket_values_search on ticket_values using gin (account_id, normalized gin_trgm_ops);

-- Row-level security keeps ILIKE (it isn't leakproof) from using the index. This function searches past it, but answers ids of the
-- transaction's account alone; what a member may see of them is for the query that asks.
create function app.tickets_with_text(pattern text) returns setof uuid language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select distinct ticket_id from ticket_values where account_id = app.account_id() and normalized ilike pattern;
end;
revoke execute on function app.tickets_with_text(text) from public;
grant execute on function app.tickets_with_text(text) to ticket_pros_app;

-- A later reading must never replace what a member set. The database holds this whatever the code does; removing the whole ticket
-- still removes its values.
create function app.guard_member_values() returns trigger language plpgsql as $$
begin
  if old.source = 'member' and new.source = 'reader' then
    raise exception 'a value that a member set stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_member_values before update on ticket_values
  for each row execute function app.guard_member_values();

-- Every change that a member made to a value: append-only, and what forms will learn from.
create table corrections (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  ticket_id uuid not null,
  field text not null,
  row_number integer not null,
  member_id uuid not null,
  text_before text,
  text_after text,
  source_before text check (source_before in ('reader', 'member')),
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references tickets (account_id, id) on delete cascade,
  foreign key (account_id, member_id) references members (account_id, id)
);
create index corrections_by_ticket on corrections (account_id, ticket_id, created_at);

revoke execute on function app.guard_member_values() from public;

alter table readings enable row level security;
alter table ticket_values enable row level security;
alter table corrections enable row level security;

create policy app_sees_readings on readings for select to ticket_pros_app using (
  account_id = (select app.account_id())
  and exists (select 1 from tickets t where t.account_id = readings.account_id and t.id = readings.ticket_id)
);
grant select on readings to ticket_pros_app;

create policy app_uses_values on ticket_values for all to ticket_pros_app using (
  account_id = (select app.account_id())
  and exists (select 1 from tickets t where t.account_id = ticket_values.account_id and t.id = ticket_values.ticket_id)
);
grant select, insert on ticket_values to ticket_pros_app;
grant update (printed_text, normalized, confidence, box, source, member_id, updated_at) on ticket_values to ticket_pros_app;

create policy app_sees_corrections on corrections for select to ticket_pros_app using (
  account_id = (select app.account_id())
  and exists (select 1 from tickets t where t.account_id = corrections.account_id and t.id = corrections.ticket_id)
);
create policy app_adds_corrections on corrections for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and member_id = (select app.member_id())
  and exists (select 1 from tickets t where t.account_id = corrections.account_id and t.id = corrections.ticket_id)
);
grant select, insert on corrections to ticket_pros_app;

create policy worker_uses_readings on readings for all to ticket_pros_worker using (account_id = (select app.account_id()));
grant select, insert on readings to ticket_pros_worker;
create policy worker_sees_values on ticket_values for select to ticket_pros_worker
  using (account_id = (select app.account_id()));
create policy worker_adds_read_values on ticket_values for insert to ticket_pros_worker
  with check (account_id = (select app.account_id()) and source = 'reader');
create policy worker_changes_read_values on ticket_values for update to ticket_pros_worker
  using (account_id = (select app.account_id()) and source = 'reader');
create policy worker_removes_read_values on ticket_values for delete to ticket_pros_worker
  using (account_id = (select app.account_id()) and source = 'reader');
grant select, insert, update, delete on ticket_values to ticket_pros_worker;
