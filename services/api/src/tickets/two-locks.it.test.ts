import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectDatabase, type Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { makeUnguardedRole, type UnguardedRole } from '@ticket-pros/testing/make-unguarded-role';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { sql } from 'kysely';
import { Client } from 'pg';
import { listExportedTickets } from '../exports/list-exported-tickets.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { listTicketPage } from './list-ticket-page.ts';
import { selectTicketDetail } from './select-ticket-detail.ts';

let database: TestDatabase;
let role: UnguardedRole;
let owner: Client;
let app: Database;
let unguarded: Database;
const scopes = new Map<string, MemberScope>();
const tickets = new Map<string, string>();

const scopeOf = (name: string): MemberScope => {
  const scope = scopes.get(name);
  if (scope === undefined) throw new Error(`no member ${name}`);
  return scope;
};
const ticketOf = (name: string): string => tickets.get(name) ?? '';

async function addMember(accountId: string, name: string, role: string, superior: string | null): Promise<void> {
  const { rows } = await owner.query<{ id: string; visibility: string }>(
    `with person as (
       insert into auth."user" ("id", "name", "email", "emailVerified") values ($2, $2, $2 || '@x.example', true) returning "id"
     )
     insert into members (account_id, user_id, name, role, reports_to) select $1, "id", $2, $3, $4 from person
     returning id, visibility`,
    [accountId, name, role, superior === null ? null : scopeOf(superior).memberId],
  );
  const [row] = rows;
  scopes.set(name, { accountId, memberId: row?.id ?? '', seesAccount: row?.visibility === 'account' });
}

/** A ticket of everybody, all with the same picture and text, reviewed by the office, with a value that the superior set. */
async function addTicket(name: string, picture: string, reviewer: string, corrector: string): Promise<void> {
  const { accountId, memberId } = scopeOf(name);
  const { rows } = await owner.query<{ id: string }>(
    `insert into tickets (account_id, member_id, upload_id, ticket_type) values ($1, $2, gen_random_uuid(), 'field_ticket') returning id`,
    [accountId, memberId],
  );
  const id = rows[0]?.id ?? '';
  tickets.set(name, id);
  const hash = createHash('sha256').update(picture).digest('hex');
  await owner.query(
    `insert into images (account_id, ticket_id, page, sent_sha256, stored_sha256, media_type, byte_size, width, height, stored_at)
     values ($1, $2, 0, $3, $3, 'image/jpeg', 1, 1, 1, now())`,
    [accountId, id, hash],
  );
  await owner.query(
    `insert into ticket_values (account_id, ticket_id, field, row_number, normalized, confidence, source, member_id)
     values ($1, $2, 'company', 0, $3, 1, 'member', $4), ($1, $2, 'customer', 0, 'Everybody', 1, 'member', $5)`,
    [accountId, id, `Company of ${name}`, memberId, scopeOf(corrector).memberId],
  );
  for (const state of ['received', 'reading', 'needs_review']) {
    await owner.query('update tickets set state = $1 where id = $2', [state, id]);
  }
  await owner.query(`update tickets set state = 'approved', approved_at = now(), reviewed_by = $1 where id = $2`, [
    scopeOf(reviewer).memberId,
    id,
  ]);
}

beforeAll(async () => {
  database = await createTestDatabase();
  role = await makeUnguardedRole(database);
  owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  app = connectDatabase(database.urls.app, { max: 2, onIdleError: () => {} });
  unguarded = connectDatabase(role.url, { max: 2, onIdleError: () => {} });
  for (const account of ['first', 'second']) {
    const { rows } = await owner.query<{ id: string }>(
      `insert into accounts (name, sign_in_code) values ($1, app.new_sign_in_code($1)) returning id`,
      [account],
    );
    const accountId = rows[0]?.id ?? '';
    const members: [string, string, string | null][] = [
      ['owner', 'owner', null],
      ['office', 'office', null],
      ['contractor', 'crew', null],
      ['driver', 'crew', 'contractor'],
      ['beside', 'crew', null],
    ];
    for (const [name, role, superior] of members) {
      await addMember(accountId, `${account} ${name}`, role, superior === null ? null : `${account} ${superior}`);
    }
    // The first with the picture is the one that others may not see.
    for (const name of ['beside', 'driver', 'contractor', 'office', 'owner']) {
      await addTicket(`${account} ${name}`, 'the same picture', `${account} office`, `${account} contractor`);
    }
  }
});
afterAll(async () => {
  await app?.destroy();
  await unguarded?.destroy();
  await role?.drop();
  await owner?.end();
  await database?.drop();
});

/** All that the tickets' queries tell a member: the list by every filter, each ticket by its id, the export. */
async function tellEverything(db: Database, scope: MemberScope) {
  const list = async (filter: Parameters<typeof listTicketPage>[2]['filter']) =>
    (await listTicketPage(db, scope, { filter, order: 'newest', cursor: undefined, limit: 50 })).tickets;
  const details = [];
  for (const id of tickets.values()) {
    details.push(
      await selectTicketDetail(db, scope, id).catch((error: unknown) => {
        if (error instanceof ProblemError) return error.code;
        throw error;
      }),
    );
  }
  const exported = [];
  for await (const ticket of listExportedTickets(db, scope, {})) exported.push(ticket);
  return {
    all: await list({}),
    found: await list({ search: 'company of' }),
    ofBeside: await list({ memberId: scopeOf('first beside').memberId }),
    approved: await list({ state: ['approved'] }),
    details,
    exported,
  };
}

const names = ['owner', 'office', 'contractor', 'driver', 'beside'].flatMap((name) => [
  `first ${name}`,
  `second ${name}`,
]);

test.each(names)('promise TP-3: the predicates alone tell %s what both locks together tell', async (name) => {
  const told = await tellEverything(app, scopeOf(name));
  expect(await tellEverything(unguarded, scopeOf(name))).toEqual(told);
  expect(told.all.length).toBe(told.details.filter((detail) => detail !== 'not_found').length);
  expect(told.all.length).toBeGreaterThan(0);
  expect(told.found).toEqual(told.all);
});

test('without row-level security a driver learns neither of a twin beside, nor of who reviewed, nor of who corrected', async () => {
  const scope = scopeOf('first driver');
  const detail = await selectTicketDetail(unguarded, scope, ticketOf('first driver'));
  expect(detail).toMatchObject({ isDuplicate: false, reviewedBy: null, images: [{ duplicateOfTicketId: null }] });
  expect(detail.values.map(({ field, memberName }) => [field, memberName])).toEqual([
    ['company', 'first driver'],
    ['customer', null],
  ]);
  const seen = await selectTicketDetail(unguarded, scopeOf('first owner'), ticketOf('first driver'));
  expect(seen).toMatchObject({
    isDuplicate: true,
    reviewedBy: 'first office',
    images: [{ duplicateOfTicketId: ticketOf('first beside') }],
  });
});

test('the search answers no id of a ticket that the member does not see, whoever calls it', async () => {
  for (const db of [app, unguarded]) {
    const { rows } = await withMember(db, scopeOf('first driver'), (transaction) =>
      sql<{ id: string }>`select found as id from app.tickets_with_text('%company%') found`.execute(transaction),
    );
    expect(rows).toEqual([{ id: ticketOf('first driver') }]);
  }
});
