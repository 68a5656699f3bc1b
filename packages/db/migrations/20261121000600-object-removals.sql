-- Objects that have to go: written in the transaction that removes their ticket, done after it commits, and done once more by the
-- sweep before the row is dropped, so that neither a crash nor a late write leaves an object that no row knows.
create table object_removals (
  account_id uuid not null references accounts (id),
  ticket_id uuid not null,
  requested_at timestamptz not null default now(),
  primary key (account_id, ticket_id)
);
alter table object_removals enable row level security;
create policy app_requests_removals on object_removals for insert to ticket_pros_app
  with check (account_id = (select app.account_id()));
grant insert on object_removals to ticket_pros_app;
create policy sweep_works_off_removals on object_removals for all to ticket_pros_sweep using (true);
grant select, insert, delete, update (requested_at) on object_removals to ticket_pros_sweep;
