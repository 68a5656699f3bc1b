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
create index privacy_requests_of_member on privacy_requests (account_id, member_id) where state = 'open';

-- So many open ones a member, so that nobody buries an owner in requests.
create function app.limit_open_privacy_requests() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('privacy_requests|' || new.member_id, 0));
  if (
    select count(*) from privacy_requests
    where account_id = new.account_id and member_id = new.member_id and state = 'open'
  ) >= 20 then
    raise exception 'a member has at most 20 open privacy requests'
      using errcode = 'check_violation', constraint = 'privacy_requests_open';
  end if;
  return new;
end $$;
revoke execute on function app.limit_open_privacy_requests() from public;
create trigger limit_open_privacy_requests before insert on privacy_requests
  for each row execute function app.limit_open_privacy_requests();

alter table privacy_requests enable row level security;
create policy app_sees_privacy_requests on privacy_requests for select to ticket_pros_app using (
  account_id = (select app.account_id()) 
  and ((select app.is_owner()) or (member_id = (select app.member_id()) and (select app.is_active())))
);
create policy app_files_privacy_requests on privacy_requests for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and member_id = (select app.member_id()) and (select app.is_active())
);
create policy owner_answers_privacy_requests on privacy_requests for update to ticket_pros_app
  using (account_id = (select app.account_id()) and (select app.is_owner()) and state = 'open')
  with check (account_id = (select app.account_id()) and state <> 'open' and answered_by = (select app.member_id()));
grant select on privacy_requests to ticket_pros_app;
grant insert (account_id, id, member_id, kind, details) on privacy_requests to ticket_pros_app;
grant update (state, answer, answered_by, answered_at) on privacy_requests to ticket_pros_app;
