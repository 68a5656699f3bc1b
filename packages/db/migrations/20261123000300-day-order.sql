-- How the account's tickets write 3/4: the fourth of March, or the third of April.
alter table accounts add column day_order text not null default 'month-first' check (day_order in ('month-first', 'day-first'));
grant update (day_order) on accounts to ticket_pros_app;
