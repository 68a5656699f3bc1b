-- Printed forms as an account's reviewed tickets taught them. A form is what its examples say: it is built anew from them whenever one
-- comes, changes or goes, so that nothing stays of a ticket that is gone.
create table forms (
  account_id uuid not null references accounts (id),
  id uuid not null default uuidv7(),
  ticket_type text not null,
  form jsonb not null,
  examples integer not null check (examples >= 1),
  learned_at timestamptz not null default now(),
  primary key (account_id, id)
);

create table form_examples (
  account_id uuid not null,
  form_id uuid not null,
  ticket_id uuid not null,
  page integer not null check (page >= 0),
  learned_at timestamptz not null default now(),
  primary key (account_id, ticket_id, page),
  foreign key (account_id, form_id) references forms (account_id, id) on delete cascade,
  foreign key (account_id, ticket_id) references tickets (account_id, id) on delete cascade
);
create index form_examples_by_form on form_examples (account_id, form_id, learned_at);

-- The forms that a reading's pages were recognised as: [{page, formId, support}].
alter table readings add column forms jsonb not null default '[]';

-- Tickets that were decided, and from which forms have yet to learn, or which they have to forget.
create table lessons_due (
  account_id uuid not null,
  ticket_id uuid not null,
  due_at timestamptz not null default now(),
  primary key (account_id, ticket_id),
  foreign key (account_id, ticket_id) references tickets (account_id, id) on delete cascade
);
create index lessons_due_longest on lessons_due (due_at);

alter table tickets
  -- Nobody looked: every value was sure enough for what the owner allowed.
  add column approved_itself boolean not null default false,
  -- Could have approved itself, and was picked for a look, so that it is known how often that goes wrong.
  add column is_sample boolean not null default false,
  add check (not approved_itself or reviewed_by is null),
  add check (not approved_itself or not is_sample);
create index tickets_samples on tickets (account_id, received_at) where is_sample or approved_itself;

grant update (approved_itself, is_sample) on tickets to ticket_pros_app;
grant update (approved_itself, is_sample, reading_number) on tickets to ticket_pros_worker;

-- Of how many values of tickets that approve themselves at most one may be wrong: 0.01 is one in a hundred.
alter table accounts add column error_target real not null default 0.01 check (error_target between 0.0009 and 0.1001);
grant update (error_target) on accounts to ticket_pros_app;

-- What owners decided about a ticket type; without a row nothing approves itself.
create table ticket_type_settings (
  account_id uuid not null references accounts (id),
  ticket_type text not null,
  approves_itself boolean not null default false,
  primary key (account_id, ticket_type)
);

alter table forms enable row level security;
alter table form_examples enable row level security;
alter table lessons_due enable row level security;
alter table ticket_type_settings enable row level security;

create policy app_asks_for_lessons on lessons_due for all to ticket_pros_app using (
  account_id = (select app.account_id())
  and exists (select 1 from tickets t where t.account_id = lessons_due.account_id and t.id = lessons_due.ticket_id)
);
grant select, insert on lessons_due to ticket_pros_app;
grant update (due_at) on lessons_due to ticket_pros_app;
create policy worker_learns_lessons on lessons_due for all to ticket_pros_worker using (account_id = (select app.account_id()));
grant select, delete on lessons_due to ticket_pros_worker;
create policy sweep_sees_lessons on lessons_due for select to ticket_pros_sweep using (true);
grant select on lessons_due to ticket_pros_sweep;

create policy worker_uses_forms on forms for all to ticket_pros_worker using (account_id = (select app.account_id()));
grant select, insert, update, delete on forms to ticket_pros_worker;
create policy worker_uses_form_examples on form_examples for all to ticket_pros_worker
  using (account_id = (select app.account_id()));
grant select, insert, delete on form_examples to ticket_pros_worker;
create policy worker_sees_corrections on corrections for select to ticket_pros_worker
  using (account_id = (select app.account_id()));
grant select on corrections to ticket_pros_worker;

-- Forms hold what usually stands on tickets, whoever sent those: for those who review and see the whole account.
create policy reviewers_see_forms on forms for select to ticket_pros_app using (
  account_id = (select app.account_id()) and (select app.sees_account()) and exists (
    select 1 from members m
    where m.account_id = forms.account_id and m.id = (select app.member_id()) and m.is_active and m.role in ('owner', 'office')
  )
);
create policy owner_forgets_forms on forms for delete to ticket_pros_app using (
  account_id = (select app.account_id()) and (select app.is_owner())
);
grant select, delete on forms to ticket_pros_app;
-- Forms are filtered by their own policy inside this subquery.
create policy reviewers_see_form_examples on form_examples for select to ticket_pros_app using (
  account_id = (select app.account_id())
  and exists (select 1 from forms f where f.account_id = form_examples.account_id and f.id = form_examples.form_id)
);
grant select on form_examples to ticket_pros_app;

create policy app_sees_type_settings on ticket_type_settings for select to ticket_pros_app using (
  account_id = (select app.account_id()) and (select app.is_active())
);
create policy owner_adds_type_settings on ticket_type_settings for insert to ticket_pros_app with check (
  account_id = (select app.account_id()) and (select app.is_owner())
);
create policy owner_changes_type_settings on ticket_type_settings for update to ticket_pros_app using (
  account_id = (select app.account_id()) and (select app.is_owner())
);
grant select, insert on ticket_type_settings to ticket_pros_app;
grant update (approves_itself) on ticket_type_settings to ticket_pros_app;
create policy worker_sees_type_settings on ticket_type_settings for select to ticket_pros_worker using (
  account_id = (select app.account_id())
);
grant select on ticket_type_settings to ticket_pros_worker;
