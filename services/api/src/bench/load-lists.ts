import type { MemberScope } from '@ticket-pros/db/scope';
import type { Client } from 'pg';

/** How much the lists are measured over; a tenth of the tickets belongs to one account of 500 members. */
export type ListSize = { tickets: number; accounts: number };

/** Somebody of the large account, all members whose tickets it sees, and one of those. */
export type ListAsker = { name: string; scope: MemberScope; memberIds: string[]; someMemberId: string };

// Ten members an account, and 500 in the first.
const people = `
  create temp table people as
  select account, account_id, gen_random_uuid() as id, place from (
    select account, gen_random_uuid() as account_id from generate_series(1, $1::integer) account
  ) accounts cross join lateral generate_series(0, case account when 1 then 499 else 9 end) place`;

// Who was there first is above. In the large account: an owner, three in the office, ten below the account, and everybody else below
// one of these, ten deep.
const loadMembers = `
  insert into members (account_id, id, user_id, name, role, reports_to, visibility)
  select p.account_id, p.id, p.id::text, 'Member ' || p.place,
    case when p.place = 0 then 'owner' when p.account = 1 and p.place < 4 then 'office' else 'crew' end, above.id,
    case when p.place = 0 or (p.account = 1 and p.place < 4) then 'account' else 'branch' end
  from people p
  left join people above on above.account = 1 and p.account = 1 and p.place >= 14 and above.place = 4 + floor((p.place - 14) * 0.7)`;

// In order of time with the accounts mixed, as they come in: what belongs to one account lies apart.
const loadTickets = `
  insert into tickets (account_id, id, member_id, upload_id, ticket_type, state, failure_code, reject_reason, approved_at,
    received_at, updated_at)
  select p.account_id, uuidv7(received_at - now()), p.id, gen_random_uuid(), 'field_ticket', state,
    case state when 'failed' then 'reader_error' end, case state when 'rejected' then 'Not ours' end,
    case state when 'approved' then received_at end, received_at, received_at
  from (
    select n, abs(hashint4(n)) as drawn, now() - interval '730 days' * (1 - n::float8 / $1::integer) - interval '1 hour' as received_at,
      case when n % 10 = 0 then 1 else 2 + n % ($2::integer - 1) end as account,
      case when share < 70 then 'approved' when share < 85 then 'needs_review' when share < 90 then 'received'
        when share < 93 then 'failed' when share < 96 then 'rejected' when share < 98 then 'unreadable'
        when share = 98 then 'uploading' else 'deleted' end as state
    from generate_series(1, $1::integer) n cross join lateral (select abs(hashint4(-n)) % 100 as share) drawn
  ) tickets
  join people p on p.account = tickets.account and p.place = case tickets.account when 1 then 4 + drawn % 496 else drawn % 10 end
  order by n`;

// Every fiftieth picture came before, with another ticket.
const loadImages = `
  insert into images (account_id, id, ticket_id, page, sent_sha256, stored_sha256, media_type, byte_size, width, height, stored_at,
    has_derivatives, created_at)
  select account_id, uuidv7(received_at - now()), id, 0, hash, hash, 'image/jpeg', 1000000, 3000, 4000, received_at, true, received_at
  from (
    select *, encode(sha256((case when number % 50 = 0 then number - 25 else number end || account_id::text)::bytea), 'hex') as hash
    from (select *, row_number() over (partition by account_id order by id) as number from tickets) numbered
  ) hashed
  order by id`;

// The reading itself is in no list.
const loadValues = `
  insert into ticket_values (account_id, ticket_id, field, row_number, printed_text, normalized, confidence, source, reading_id)
  select t.account_id, t.id, field, 0, text, text, 0.5 + (number % 50) / 100.0, 'reader', gen_random_uuid()
  from (select account_id, id, row_number() over (order by id) as number from tickets) t
  cross join lateral (values
    ('ticket_number', 'T-' || lpad(number::text, 8, '0')),
    ('company', (array['Northern', 'Coastal', 'Prairie', 'Summit', 'River'])[1 + abs(hashint8(number)) % 5] || ' ' ||
      (array['Hauling', 'Aggregates', 'Concrete', 'Paving'])[1 + abs(hashint8(-number)) % 4]),
    ('customer', 'Customer ' || md5((number * 31 % 2000)::text)),
    ('total', (number * 37 % 100000 / 100.0)::numeric(10, 2)::text)
  ) one (field, text)
  order by t.id, field`;

/** Indexes that no constraint needs: made again when the rows are there. */
const otherIndexes = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
  where indrelid in ('tickets'::regclass, 'images'::regclass, 'ticket_values'::regclass)
    and not exists (select 1 from pg_constraint where conindid = indexrelid)`;

/** Fills an empty database, as its owner, and answers who asks for lists: an owner, a contractor in the middle, a driver at the end. */
export async function loadLists(owner: Client, { tickets, accounts }: ListSize): Promise<ListAsker[]> {
  // Neither triggers nor foreign keys: the rows below are right by themselves, and a million of them would take too long.
  await owner.query(
    `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB'`,
  );
  await owner.query(people, [accounts]);
  await owner.query(
    `insert into accounts (id, name, sign_in_code) select distinct account_id, 'Company ' || account, 'tp' || 1000 + account from people`,
  );
  await owner.query(
    `insert into auth."user" ("id", "name", "email", "emailVerified") select id, 'Member', id || '@x.example', true from people`,
  );
  await owner.query(loadMembers);
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(otherIndexes);
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  await owner.query(loadTickets, [tickets, accounts]);
  await owner.query(loadImages);
  await owner.query(loadValues);
  for (const { definition } of indexes) await owner.query(definition);
  await owner.query('reset session_replication_role');
  await owner.query('vacuum (analyze) accounts, members, tickets, images, ticket_values');
  return findAskers(owner);
}

async function findAskers(owner: Client): Promise<ListAsker[]> {
  const { rows } = await owner.query<{ account_id: string; id: string; place: number; below: string[]; depth: number }>(
    `with recursive below as (
       select id as top, id, 1 as depth, account_id from members where account_id = (select account_id from people where account = 1 limit 1)
       union all
       select below.top, m.id, below.depth + 1, m.account_id from below join members m on m.account_id = below.account_id and m.reports_to = below.id
     )
     select p.account_id, p.id, p.place, array_agg(below.id order by below.depth desc, below.id) as below, max(depth) as depth
     from people p join below on below.top = p.id group by 1, 2, 3 order by p.place`,
  );
  const [first] = rows;
  // Of those who have about sixty members below them, the first.
  const contractor = rows
    .filter(({ place }) => place >= 4)
    .sort((a, b) => Math.abs(a.below.length - 60) - Math.abs(b.below.length - 60))[0];
  const driver = rows.at(-1);
  if (first === undefined || contractor === undefined || driver === undefined) throw new Error('nobody was loaded');
  const asker = (name: string, row: typeof first, memberIds: string[], seesAccount: boolean): ListAsker => ({
    name,
    scope: { accountId: row.account_id, memberId: row.id, seesAccount },
    memberIds,
    someMemberId: memberIds.at(0) ?? row.id,
  });
  return [
    asker('owner', first, rows.map(({ id }) => id).reverse(), true),
    asker(`contractor over ${contractor.below.length - 1}`, contractor, contractor.below, false),
    asker('driver', driver, driver.below, false),
  ];
}
