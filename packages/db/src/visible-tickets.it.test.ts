import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { Client } from 'pg';
import { connectDatabase, type Database } from './connect-database.ts';
import { type MemberScope, withAccount, withMember, withUser } from './scope.ts';
import { visibleTickets } from './visible-tickets.ts';

let database: TestDatabase;
let app: Database;
let worker: Database;
const people = new Map<string, MemberScope>();
const ticketOf = new Map<string, string>();

const scopeOf = (name: string): MemberScope => {
  const scope = people.get(name);
  if (scope === undefined) throw new Error(`no member ${name}`);
  return scope;
};

/** Two accounts; in the first one: owner, office, a contractor with two drivers (one inactive), and a driver of the account. */
beforeAll(async () => {
  database = await createTestDatabase();
  app = connectDatabase(database.urls.app, { max: 4, onIdleError: () => {} });
  worker = connectDatabase(database.urls.worker, { max: 2, onIdleError: () => {} });
  const owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  const account = async (name: string) => {
    const { rows } = await owner.query<{ id: string }>(
      'insert into accounts (name, sign_in_code) values ($1, app.new_sign_in_code($1)) returning id',
      [name],
    );
    return rows[0]?.id ?? '';
  };
  const member = async (accountId: string, name: string, role: string, superior: string | null, active = true) => {
    await owner.query(
      `insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, $1, $1 || '@x.example', true)`,
      [name],
    );
    const { rows } = await owner.query<{ id: string }>(
      `insert into members (account_id, user_id, name, role, reports_to, is_active) values ($1, $2, $2, $3, $4, $5)
       returning id`,
      [accountId, name, role, superior === null ? null : scopeOf(superior).memberId, active],
    );
    people.set(name, { accountId, memberId: rows[0]?.id ?? '', seesAccount: role !== 'crew' });
    const ticket = await owner.query<{ id: string }>(
      `insert into tickets (account_id, member_id, upload_id, ticket_type) values ($1, $2, gen_random_uuid(), 'field_ticket')
       returning id`,
      [accountId, rows[0]?.id],
    );
    ticketOf.set(ticket.rows[0]?.id ?? '', name);
  };
  const first = await account('First');
  await member(first, 'owner', 'owner', null);
  await member(first, 'office', 'office', null);
  await member(first, 'contractor', 'crew', null);
  await member(first, 'driver below', 'crew', 'contractor');
  await member(first, 'driver gone', 'crew', 'contractor', false);
  await member(first, 'driver beside', 'crew', null);
  const second = await account('Second');
  await member(second, 'stranger', 'owner', null);
  await owner.end();
});
afterAll(async () => {
  await app?.destroy();
  await worker?.destroy();
  await database?.drop();
});

const namesOf = (rows: { id: string }[]) => rows.map((row) => ticketOf.get(row.id)).sort();
const wholeAccount = ['contractor', 'driver below', 'driver beside', 'driver gone', 'office', 'owner'];
const expected: [string, string[]][] = [
  ['owner', wholeAccount],
  ['office', wholeAccount],
  ['contractor', ['contractor', 'driver below', 'driver gone']],
  ['driver below', ['driver below']],
  ['driver beside', ['driver beside']],
  ['driver gone', []],
  ['stranger', ['stranger']],
];

test.each(expected)('row-level security alone shows %s only %j', async (name, visible) => {
  const rows = await withMember(app, scopeOf(name), (transaction) =>
    transaction.selectFrom('tickets').select('id').execute(),
  );
  expect(namesOf(rows)).toEqual(visible);
});

test.each(expected)('the predicate alone shows %s only %j', async (name, visible) => {
  // The owner of the tables passes row-level security, so only the predicate is left.
  const unguarded = connectDatabase(database.urls.owner, { max: 1, onIdleError: () => {} });
  try {
    const rows = await withMember(unguarded, scopeOf(name), (transaction) =>
      transaction
        .selectFrom('tickets')
        .select('id')
        .where((query) => visibleTickets(scopeOf(name))(query))
        .execute(),
    );
    expect(namesOf(rows)).toEqual(visible);
  } finally {
    await unguarded.destroy();
  }
});

test('a scope that wrongly claims the account is shown nothing by the predicate, and its own by row-level security', async () => {
  const claimed = { ...scopeOf('driver below'), seesAccount: true };
  const unguarded = connectDatabase(database.urls.owner, { max: 1, onIdleError: () => {} });
  try {
    for (const db of [app, unguarded]) {
      const rows = await withMember(db, claimed, (transaction) =>
        transaction
          .selectFrom('tickets')
          .select('id')
          .where((query) => visibleTickets(claimed)(query))
          .execute(),
      );
      expect(rows).toEqual([]);
    }
  } finally {
    await unguarded.destroy();
  }
  const rows = await withMember(app, claimed, (transaction) =>
    transaction.selectFrom('tickets').select('id').execute(),
  );
  expect(namesOf(rows)).toEqual(['driver below']);
});

test('a member can not be given the account of another', async () => {
  const mixed = { ...scopeOf('owner'), accountId: scopeOf('stranger').accountId };
  const rows = await withMember(app, mixed, (transaction) => transaction.selectFrom('tickets').select('id').execute());
  expect(rows).toEqual([]);
});

test('a deactivated member captures nothing', async () => {
  const { accountId, memberId } = scopeOf('driver gone');
  const ticket = {
    account_id: accountId,
    member_id: memberId,
    upload_id: crypto.randomUUID(),
    ticket_type: 'field_ticket',
  };
  const captured = withMember(app, scopeOf('driver gone'), (transaction) =>
    transaction.insertInto('tickets').values(ticket).execute(),
  );
  await expect(captured).rejects.toMatchObject({ code: '42501' });
});

test('a member can not capture a ticket for somebody else', async () => {
  const capture = withMember(app, scopeOf('driver beside'), (transaction) =>
    transaction
      .insertInto('tickets')
      .values({
        account_id: scopeOf('owner').accountId,
        member_id: scopeOf('owner').memberId,
        upload_id: crypto.randomUUID(),
        ticket_type: 'field_ticket',
      })
      .execute(),
  );
  await expect(capture).rejects.toMatchObject({ code: '42501' });
});

test('the scope ends with its transaction', async () => {
  const one = connectDatabase(database.urls.app, { max: 1, onIdleError: () => {} });
  try {
    await withMember(one, scopeOf('owner'), (transaction) => transaction.selectFrom('tickets').select('id').execute());
    expect(await one.selectFrom('tickets').select('id').execute()).toEqual([]);
  } finally {
    await one.destroy();
  }
});

test('a signed-in user without a chosen account sees its own places and nothing else', async () => {
  const seen = await withUser(app, { userId: 'driver below' }, async (transaction) => ({
    members: await transaction.selectFrom('members').select('name').execute(),
    tickets: await transaction.selectFrom('tickets').select('id').execute(),
  }));
  expect(seen).toEqual({ members: [{ name: 'driver below' }], tickets: [] });
});

test('the worker sees one account and can not overwrite what a member set', async () => {
  const { accountId } = scopeOf('stranger');
  const rows = await withAccount(worker, accountId, (transaction) =>
    transaction.selectFrom('tickets').select('id').execute(),
  );
  expect(namesOf(rows)).toEqual(['stranger']);
});

test('a ticket can not take a way that is not legal', async () => {
  const owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  const [id] = [...ticketOf.keys()];
  await expect(
    owner.query(`update tickets set state = 'approved', approved_at = now() where id = $1`, [id]),
  ).rejects.toMatchObject({ code: '23514' });
  await owner.end();
});
