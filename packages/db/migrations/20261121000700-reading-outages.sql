-- Since when storage or database keep the wanted reading from going on; null while they answer.
alter table tickets add column outage_since timestamptz;
grant update (outage_since) on tickets to ticket_pros_worker;

-- An outage ends with the reading that it kept waiting, however that ends.
create function app.end_outage() returns trigger language plpgsql as $$
begin
  if new.state not in ('received', 'reading') or new.reading_number <> old.reading_number then
    new.outage_since := null;
  end if;
  return new;
end $$;
revoke execute on function app.end_outage() from public;
create trigger end_outage before update on tickets
  for each row when (old.outage_since is not null) execute function app.end_outage();
