-- What the crew says of a ticket while the paper is in its hand, and the photo that takes another one's place.
alter table tickets
  -- The earlier ticket of the same paper, told when the new photo was begun.
  add column replaces_ticket_id uuid,
  -- The member who photographed it says that what was read is right.
  add column confirmed_by_crew_at timestamptz,
  add column confirmed_by_crew uuid,
  -- Sent back to review by the crew after it was turned down: when, in what words, and the reason that they answer.
  add column resubmitted_at timestamptz,
  add column resubmit_note text check (char_length(resubmit_note) between 1 and 500),
  add column resubmit_answers text,
  add foreign key (account_id, replaces_ticket_id) references tickets (account_id, id) on delete set null (replaces_ticket_id),
  add foreign key (account_id, confirmed_by_crew) references members (account_id, id),
  add check (replaces_ticket_id <> id),
  add check ((confirmed_by_crew_at is null) = (confirmed_by_crew is null)),
  add check (resubmitted_at is not null or (resubmit_note is null and resubmit_answers is null));
create index tickets_by_replaced on tickets (account_id, replaces_ticket_id) where replaces_ticket_id is not null;

grant update (confirmed_by_crew_at, confirmed_by_crew, resubmitted_at, resubmit_note, resubmit_answers) on tickets to ticket_pros_app;

-- A photo taken again ends what became of the earlier one, wherever it stood, unless it was approved.
insert into ticket_state_transitions (from_state, to_state) values
  ('received', 'rejected'), ('reading', 'rejected'), ('unreadable', 'rejected');

create function app.guard_crew_word() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.replaces_ticket_id is not null and not exists (
      select 1 from tickets t
      where t.account_id = new.account_id and t.id = new.replaces_ticket_id and t.member_id = new.member_id
    ) then
      raise exception 'a ticket replaces one of the same member' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  -- What is read anew has yet to be looked at.
  if new.state = 'received' and old.state <> 'received' then
    new.confirmed_by_crew_at := null;
    new.confirmed_by_crew := null;
  end if;
  return new;
end $$;
create trigger guard_crew_word before insert or update on tickets
  for each row execute function app.guard_crew_word();
revoke execute on function app.guard_crew_word() from public;
