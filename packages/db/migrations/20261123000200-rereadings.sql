-- Tickets that are read again together: with what was learned since, or with a better reader. A few at a time, so that new photos don't
-- wait behind them. What is done follows from the tickets themselves.
create table rereadings (
  account_id uuid not null references accounts (id),
  id uuid not null default uuidv7(),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  stopped_at timestamptz,
  finished_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, asked_by) references members (account_id, id)
);
create index rereadings_newest on rereadings (account_id, asked_at desc, id desc);
create index rereadings_open on rereadings (asked_at) where finished_at is null and stopped_at is null;

create table rereading_tickets (
  account_id uuid not null,
  rereading_id uuid not null,
  ticket_id uuid not null,
  -- The reading that was begun for it; null while it waits.
  reading_number integer check (reading_number > 1),
  -- Its turn came, and it was decided by then, or read already.
  is_left_out boolean not null default false,
  primary key (account_id, rereading_id, ticket_id),
  foreign key (account_id, rereading_id) references rereadings (account_id, id) on delete cascade,
  foreign key (account_id, ticket_id) references tickets (account_id, id) on delete cascade,
  check (not is_left_out or reading_number is null)
);
create index rereading_tickets_waiting on rereading_tickets (account_id, rereading_id, ticket_id)
  where reading_number is null and not is_left_out;
create index rereading_tickets_by_ticket on rereading_tickets (account_id, ticket_id);

alter table rereadings enable row level security;
alter table rereading_tickets enable row level security;

create policy app_sees_own_rereadings on rereadings for select to ticket_pros_app using (
  account_id = (select app.account_id()) and (select app.is_active())
  and (asked_by = (select app.member_id()) or (select app.is_owner()))
);
create policy reviewers_ask_for_rereadings on rereadings for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and asked_by = (select app.member_id()) and exists (
    select 1 from members m
    where m.account_id = rereadings.account_id and m.id = (select app.member_id()) and m.is_active and m.role in ('owner', 'office')
  )
);
create policy app_stops_rereadings on rereadings for update to ticket_pros_app
  using (
    account_id = (select app.account_id()) and (select app.is_active())
    and (asked_by = (select app.member_id()) or (select app.is_owner()))
  )
  with check (account_id = (select app.account_id()) and stopped_at is not null);
grant select on rereadings to ticket_pros_app;
grant insert (account_id, id, asked_by) on rereadings to ticket_pros_app;
grant update (stopped_at) on rereadings to ticket_pros_app;

-- Tickets and rereadings are filtered by their own policies inside these subqueries.
create policy app_uses_tickets_of_rereadings on rereading_tickets for all to ticket_pros_app using (
  account_id = (select app.account_id())
  and exists (select 1 from rereadings r where r.account_id = rereading_tickets.account_id and r.id = rereading_tickets.rereading_id)
  and exists (select 1 from tickets t where t.account_id = rereading_tickets.account_id and t.id = rereading_tickets.ticket_id)
);
grant select on rereading_tickets to ticket_pros_app;
grant insert (account_id, rereading_id, ticket_id) on rereading_tickets to ticket_pros_app;

create policy worker_sees_rereadings on rereadings for select to ticket_pros_worker using (account_id = (select app.account_id()));
create policy worker_ends_rereadings on rereadings for update to ticket_pros_worker using (account_id = (select app.account_id()));
grant select on rereadings to ticket_pros_worker;
grant update (finished_at) on rereadings to ticket_pros_worker;
create policy worker_sees_tickets_of_rereadings on rereading_tickets for select to ticket_pros_worker
  using (account_id = (select app.account_id()));
create policy worker_begins_tickets_of_rereadings on rereading_tickets for update to ticket_pros_worker
  using (account_id = (select app.account_id()));
grant select on rereading_tickets to ticket_pros_worker;
grant update (reading_number, is_left_out) on rereading_tickets to ticket_pros_worker;

create policy sweep_sees_rereadings on rereadings for select to ticket_pros_sweep using (true);
grant select (account_id, id, asked_at, stopped_at, finished_at) on rereadings to ticket_pros_sweep;
