-- Whom to tell, when a member did something that its owners have to know of. Members don't see their owners; the API does, for mails.
create function app.owners_of_account() returns table (user_id text, name text, language text) language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select m.user_id, m.name, coalesce(m.language, a.language) from members m join accounts a on a.id = m.account_id
  where m.account_id = app.account_id() and m.role = 'owner' and m.is_active and app.member_id() is not null;
end;
revoke execute on function app.owners_of_account() from public;
grant execute on function app.owners_of_account() to ticket_pros_app;
