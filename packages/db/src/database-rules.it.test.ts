import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ticketTransitions } from '@ticket-pros/contracts/ticket-state';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { Client } from 'pg';
import { findIdleReasons, walkCatalogue } from '../test/walk-catalogue.ts';

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

test('promise TP-3: nothing in the catalogue lets rows past row-level security', async () => {
  expect(await walkCatalogue(owner)).toEqual([]);
});

test('no reason is kept for what is not there', async () => {
  expect(await findIdleReasons(owner)).toEqual([]);
});

/** Each kind of object that must not be there, and what the walk says of it. */
const badObjects: [string, string[]][] = [
  ['create table bad (account_id uuid)', ['table without row-level security: bad']],
  ['alter table tickets disable row level security', ['table without row-level security: tickets']],
  ['create table bad (id uuid)', ['table without row-level security: bad']],
  [
    'alter table ticket_state_transitions add column account_id uuid',
    ['table of a customer among those that hold nothing of customers: ticket_state_transitions'],
  ],
  [
    `create table bad (account_id uuid references accounts); alter table bad enable row level security;
     grant select (account_id) on bad to ticket_pros_worker`,
    ['grant without a policy for the role: bad ticket_pros_worker SELECT'],
  ],
  [
    'drop policy app_sees_visible_tickets on tickets',
    ['grant without a policy for the role: tickets ticket_pros_app SELECT'],
  ],
  [
    'grant truncate on tickets to ticket_pros_worker',
    ['right that no policy limits: tickets ticket_pros_worker TRUNCATE'],
  ],
  [
    'grant select on images to public',
    [
      // The queue's and the sign-in's roles would get it too.
      'grant without a policy for the role: images ticket_pros_auth SELECT',
      'grant without a policy for the role: images ticket_pros_queue SELECT',
      'grant without a policy for the role: images ticket_pros_retention SELECT',
      'table, view or sequence that everybody may use: images',
      'column that the sweep reads: images.stored_sha256',
    ],
  ],
  [
    'create policy bad on images to public using (account_id = (select app.account_id()))',
    ['policy for everybody: images.bad'],
  ],
  [
    'create policy bad on images for select to ticket_pros_app using (true)',
    ['policy that names no account: images.bad'],
  ],
  [
    'create policy bad on images for insert to ticket_pros_app with check (true)',
    ['policy that names no account: images.bad'],
  ],
  [
    `create policy bad on images for update to ticket_pros_app using (account_id = (select app.account_id())) with check (page > 0)`,
    ['policy that names no account: images.bad'],
  ],
  ['create view bad as select id from tickets', ['view that passes row-level security: bad']],
  [
    'create view bad with (security_invoker = false) as select id from tickets',
    ['view that passes row-level security: bad'],
  ],
  ['create materialized view bad as select id from tickets', ['view that passes row-level security: bad']],
  [
    `create function app.bad() returns integer language sql return 1`,
    ['function that everybody may execute: app.bad()'],
  ],
  [
    `create function app.bad() returns bigint language sql security definer set search_path = public, pg_temp
       return (select count(*) from tickets);
     revoke execute on function app.bad() from public`,
    ['function with its owner’s rights and no reason: app.bad()'],
  ],
  [
    `alter function app.sees_account() reset search_path`,
    ['function with its owner’s rights and no fixed search path: app.sees_account()'],
  ],
  [
    `alter function app.sees_account() set search_path = pg_temp, public`,
    ['function with its owner’s rights and no fixed search path: app.sees_account()'],
  ],
  ['alter function app.account_id() leakproof', ['function that claims to leak nothing: app.account_id()']],
  [
    'alter table tickets add constraint bad unique (id); alter table images add constraint worse foreign key (ticket_id) references tickets (id)',
    ['foreign key that may cross accounts: images.worse'],
  ],
  [
    'alter table operators add column account uuid constraint bad references accounts',
    [
      'table of a customer among those that hold nothing of customers: operators',
      'foreign key that may cross accounts: operators.bad',
    ],
  ],
  ['grant usage on schema auth to ticket_pros_app', ['right on what signs people in: ticket_pros_app schema auth']],
  [
    'grant select ("email") on auth."user" to ticket_pros_app',
    ['right on what signs people in: ticket_pros_app auth."user"'],
  ],
  [
    'create sequence bad; grant usage on sequence bad to ticket_pros_app',
    ['sequence that a service may use: ticket_pros_app bad'],
  ],
  ['alter role ticket_pros_app bypassrls', ['role that may too much: ticket_pros_app']],
  [
    'grant pg_read_all_stats to ticket_pros_app',
    ['role that is another one as well: ticket_pros_app is pg_read_all_stats'],
  ],
  [
    'create function app.bad() returns integer language sql return 1; revoke execute on function app.bad() from public; alter function app.bad() owner to ticket_pros_app',
    ['role that owns something: ticket_pros_app function app.bad()'],
  ],
  ['grant create on schema public to ticket_pros_app', ['role that may make objects: ticket_pros_app public']],
  [
    'alter default privileges grant select on tables to ticket_pros_app',
    ['rights that new objects would give away: postgres ticket_pros_app'],
  ],
  [
    'grant select (normalized) on ticket_values to ticket_pros_sweep',
    [
      'grant without a policy for the role: ticket_values ticket_pros_sweep SELECT',
      'column that the sweep reads: ticket_values.normalized',
    ],
  ],
];

test.each(badObjects)('the walk through the catalogue finds: %s', async (statements, problems) => {
  const before = await walkCatalogue(owner);
  await owner.query('begin');
  try {
    await owner.query(statements);
    const found = (await walkCatalogue(owner)).filter((problem) => !before.includes(problem));
    expect(found).toEqual(expect.arrayContaining(problems));
  } finally {
    await owner.query('rollback');
  }
});

test('without a scope the services see no row', async () => {
  const { rows: tables } = await owner.query<{ name: string }>(`
    select distinct table_name as name from information_schema.table_privileges
    where grantee = 'ticket_pros_app' and table_schema = 'public' and privilege_type = 'SELECT'
      and table_name <> 'ticket_state_transitions'`);
  await owner.query(
    `insert into auth."user" ("id", "name", "email", "emailVerified") values ('u', 'U', 'u@x.example', true)`,
  );
  await owner.query(`select * from app.found_account('Company', 'u', 'U', now())`);
  const app = new Client({ connectionString: database.urls.app });
  await app.connect();
  try {
    expect(tables.length).toBeGreaterThan(5);
    for (const { name } of tables) {
      const { rows } = await app.query<{ count: number }>(`select count(*)::int as count from ${name}`);
      expect([name, rows[0]?.count]).toEqual([name, 0]);
    }
  } finally {
    await app.end();
  }
});

test('the state transitions of the database are those of the contracts', async () => {
  const { rows } = await owner.query<{ way: string }>(
    `select from_state || ' > ' || to_state as way from ticket_state_transitions order by 1`,
  );
  const known = Object.entries(ticketTransitions).flatMap(([from, ways]) => ways.map((to) => `${from} > ${to}`));
  expect(rows.map((row) => row.way)).toEqual(known.sort());
});

test('promise TP-9: no personal column beyond those promised', async () => {
  const { rows } = await owner.query<{ column: string }>(`
    select table_name || '.' || column_name as column from information_schema.columns
    where (table_schema = 'auth' and table_name = 'user') or (table_schema = 'public' and table_name in ('members', 'accounts'))
    order by 1`);
  expect(rows.map((row) => row.column)).toEqual([
    'accounts.branch_invitations',
    'accounts.business_use_attested_at',
    'accounts.created_at',
    'accounts.crew_visibility',
    'accounts.day_order',
    'accounts.error_target',
    'accounts.id',
    'accounts.language',
    'accounts.name',
    'accounts.office_visibility',
    'accounts.second_factor',
    'accounts.sign_in_code',
    'accounts.time_zone',
    'accounts.units',
    'members.account_id',
    'members.branch_member_id',
    'members.created_at',
    'members.deactivated_at',
    'members.id',
    'members.is_active',
    'members.language',
    'members.last_seen_at',
    'members.name',
    'members.reports_to',
    'members.role',
    'members.user_id',
    'members.visibility',
    'user.createdAt',
    'user.email',
    'user.emailVerified',
    'user.id',
    'user.image',
    'user.name',
    'user.twoFactorEnabled',
    'user.updatedAt',
    'user.username',
  ]);
});
