-- Since when storage or database keep the wanted reading from going on; null while they answer.
alter table tickets add column outage_since timestamptz;
grant update (outage_since) on tickets to ticket_pros_worker;
