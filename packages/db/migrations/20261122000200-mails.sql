-- Mails on their way: written in the transaction of what causes them, sent by the worker after it commits. Recipient, subject and text
-- are in `sealed` alone, which no key in the database opens and which goes as soon as the mail is sent or given up.
create table mails (
  id uuid primary key,
  -- Null for mails to somebody who is in no account yet.
  account_id uuid references accounts (id),
  template text not null check (template ~ '^[a-z][a-z-]{1,60}$'),
  language text not null check (language ~ '^[a-z]{2}$'),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  sealed bytea,
  attempts integer not null default 0 check (attempts >= 0),
  -- When the mail should be tried next, should its job be lost.
  due_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state = 'waiting') = (sealed is not null))
);
create index mails_due on mails (due_at) where state = 'waiting';
create index mails_by_age on mails (created_at);
create index mails_by_account on mails (account_id);

alter table mails enable row level security;

-- The API puts mails in and sees none of them. Outside of a scope they belong to no account.
create policy app_writes_mails on mails for insert to ticket_pros_app with check (
  state = 'waiting' and (account_id is null or account_id = (select app.account_id()))
);
grant insert (id, account_id, template, language, sealed) on mails to ticket_pros_app;

-- The worker alone has the key.
create policy worker_sees_mails on mails for select to ticket_pros_worker using (true);
create policy worker_ends_mails on mails for update to ticket_pros_worker using (state = 'waiting') with check (true);
grant select on mails to ticket_pros_worker;
grant update (state, sealed, attempts, due_at, updated_at) on mails to ticket_pros_worker;

-- The sweep: which mails wait and since when, never what they say.
create policy sweep_sees_mails on mails for select to ticket_pros_sweep using (true);
create policy sweep_gives_mails_up on mails for update to ticket_pros_sweep using (state = 'waiting') with check (state = 'failed');
create policy sweep_removes_ended_mails on mails for delete to ticket_pros_sweep using (state <> 'waiting');
grant select (id, state, due_at, created_at, updated_at) on mails to ticket_pros_sweep;
grant update (state, sealed, updated_at) on mails to ticket_pros_sweep;
grant delete on mails to ticket_pros_sweep;
