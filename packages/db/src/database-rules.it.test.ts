import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ticketTransitions } from '@ticket-pros/contracts/ticket-state';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { Client } from 'pg';

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

/** Tables that hold nothing of a customer's. */
const withoutCustomerData = ['migrations', 'operators', 'ticket_state_transitions'];

test('promise TP-3: every table with customer data has row-level security and a policy', async () => {
  const { rows } = await owner.query<{ name: string; secured: boolean; policies: number }>(`
    select c.relname as name, c.relrowsecurity as secured,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  const open = rows.filter((table) => !table.secured || table.policies === 0).map((table) => table.name);
  expect(open.sort()).toEqual(withoutCustomerData);
  expect(rows.length).toBeGreaterThan(withoutCustomerData.length);
});

test('promise TP-3: a foreign key between tables with customer data carries the account', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select con.conname as name
    from pg_constraint con
    where con.contype = 'f' and con.connamespace = 'public'::regnamespace
      and exists (select 1 from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'account_id')
      and exists (select 1 from pg_attribute a where a.attrelid = con.confrelid and a.attname = 'account_id')
      and not exists (
        select 1 from unnest(con.conkey, con.confkey) as pair (own, foreign_column)
        join pg_attribute a on a.attrelid = con.conrelid and a.attnum = pair.own and a.attname = 'account_id'
        join pg_attribute b on b.attrelid = con.confrelid and b.attnum = pair.foreign_column and b.attname = 'account_id'
      )`);
  expect(rows).toEqual([]);
});

test('the roles of the services own nothing, and none of them passes row-level security', async () => {
  const roles = await owner.query(`
    select rolname from pg_roles where rolname like 'ticket_pros_%' and (rolsuper or rolbypassrls or rolcreaterole)`);
  expect(roles.rows).toEqual([]);
  const owned = await owner.query(`
    select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
    where r.rolname like 'ticket_pros_%' and c.relnamespace <> 'queue'::regnamespace`);
  expect(owned.rows).toEqual([]);
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
