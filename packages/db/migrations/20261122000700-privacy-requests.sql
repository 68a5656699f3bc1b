-- What members ask about their own data. Their account's owners answer (promise TP-8).
create table privacy_requests (
  account_id uuid not null references accounts (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  kind text not null check (kind in ('access', 'correct', 'delete', 'copy')),
  details text not null check (length(details) <= 4000),
  state text not null default 'open' check (state in ('open', 'answered', 'refused')),
  due_at timestamptz not null default now() + interval '30 days',
  answer text check (length(answer) <= 4000),
  answered_by uuid,
  answered_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, member_id) references members (account_id, id),
  foreign key (account_id, answered_by) references members (account_id, id),
  check ((state = 'open') = (answered_at is null)),
  check ((answered_at is null) = (answered_by is null)),
  check ((answered_at is null) = (answer is null))
);
create index privacy_requests_by_due on privacy_requests (account_id, due_at, id);

alter table privacy_requests enable row level security;
create policy app_sees_privacy_requests on privacy_requests for select to ticket_pros_app using (
  account_id = (select app.account_id()) and ((select app.is_owner()) or member_id = (select app.member_id()))
);
create policy app_files_privacy_requests on privacy_requests for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and member_id = (select app.member_id())
);
create policy owner_answers_privacy_requests on privacy_requests for update to ticket_pros_app
  using (account_id = (select app.account_id()) and (select app.is_owner()) and state = 'open')
  with check (account_id = (select app.account_id()) and state <> 'open' and answered_by = (select app.member_id()));
grant select on privacy_requests to ticket_pros_app;
grant insert (account_id, id, member_id, kind, details) on privacy_requests to ticket_pros_app;
grant update (state, answer, answered_by, answered_at) on privacy_requests to ticket_pros_app;
