import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { sql } from 'kysely';
import { Client } from 'pg';
import { type LoadedTree, loadTree } from '../test/load-tree.ts';
import { canSee, type ModelMember, type ModelTree } from '../test/model-tree.ts';
import { connectDatabase, type Database } from './connect-database.ts';
import { withMember, withUser } from './scope.ts';

let database: TestDatabase;
let owner: Client;
let app: Database;
let ours: LoadedTree;
let theirs: LoadedTree;

const base: ModelMember = { role: 'crew', reportsTo: null, visibility: 'branch', branch: null, isActive: true };
const people: Record<string, ModelMember> = {
  owner: { ...base, role: 'owner', visibility: 'account' },
  office: { ...base, role: 'office', visibility: 'account' },
  contractor: base,
  driver: { ...base, reportsTo: 2 },
  beside: base,
  'narrowed office': { ...base, role: 'office', branch: 2 },
  'crew that sees the account': { ...base, visibility: 'account' },
  'deactivated owner': { ...base, role: 'owner', visibility: 'account', isActive: false },
  'deactivated contractor': { ...base, isActive: false },
};
const tree: ModelTree = { members: Object.values(people), tickets: Object.keys(people).map((_, place) => place) };

/** A row of each member in every table, and for each of its ticket. */
async function fill({ accountId, memberIds, ticketIds }: LoadedTree): Promise<void> {
  for (const [place, member] of memberIds.entries()) {
    const ticket = ticketIds[place];
    const statements: [string, unknown[]][] = [
      [
        `insert into images (account_id, ticket_id, page, sent_sha256) values ($1, $2, 0, repeat('a', 64))`,
        [accountId, ticket],
      ],
      [
        `insert into readings (account_id, ticket_id, number, engine, engine_version, pages, words, "values", timings)
         values ($1, $2, 1, 'e', '1', '[]', '[]', '[]', '{}')`,
        [accountId, ticket],
      ],
      [
        `insert into ticket_values (account_id, ticket_id, field, row_number, normalized, confidence, source, member_id)
         values ($1, $2, 'company', 0, 'Company', 1, 'member', $3)`,
        [accountId, ticket, member],
      ],
      [
        `insert into corrections (account_id, ticket_id, field, row_number, member_id) values ($1, $2, 'company', 0, $3)`,
        [accountId, ticket, member],
      ],
      [
        `insert into audit_events (account_id, action, actor, member_id, payload) values ($1, 'ticket.captured', 'member', $2, '{}')`,
        [accountId, member],
      ],
      [
        `insert into invitations (account_id, created_by, role, token_hash, expires_at)
         values ($1, $2::uuid, 'crew', sha256($2::uuid::text::bytea), now() + interval '1 day')`,
        [accountId, member],
      ],
      [
        `insert into api_keys (account_id, member_id, created_by, name, scopes, secret_hash, hint, expires_at)
         values ($1, $2::uuid, $2::uuid, 'Key', '{tickets.read}', sha256($2::uuid::text::bytea), 'abcd', now() + interval '1 day')`,
        [accountId, member],
      ],
      [
        `insert into privacy_requests (account_id, member_id, kind, details) values ($1, $2, 'access', 'All of it')`,
        [accountId, member],
      ],
      [
        `insert into staged_photos (account_id, image_id, seal_key, byte_length)
         select account_id, id, sha256('key'), 9 from images where account_id = $1 and ticket_id = $2`,
        [accountId, ticket],
      ],
      [
        `insert into staged_pieces (account_id, ticket_id, image_id, start, byte_length)
         select account_id, ticket_id, id, 0, 5 from images where account_id = $1 and ticket_id = $2`,
        [accountId, ticket],
      ],
      ['insert into lessons_due (account_id, ticket_id) values ($1, $2)', [accountId, ticket]],
      [
        `with form as (
           insert into forms (account_id, ticket_type, form, examples) values ($1, 'field_ticket', '{}', 1) returning account_id, id
         )
         insert into form_examples (account_id, form_id, ticket_id, page) select account_id, id, $2, 0 from form`,
        [accountId, ticket],
      ],
      [
        `with rereading as (
           insert into rereadings (account_id, asked_by) values ($1, $2) returning account_id, id
         )
         insert into rereading_tickets (account_id, rereading_id, ticket_id) select account_id, id, $3 from rereading`,
        [accountId, member, ticket],
      ],
    ];
    for (const [statement, values] of statements) await owner.query(statement, values);
  }
  await owner.query(`insert into ticket_type_settings (account_id, ticket_type) values ($1, 'field_ticket')`, [
    accountId,
  ]);
  await owner.query(
    `with operator as (
       insert into operators (name, email, key_hash) values ('Operator', $1 || '@x.example', sha256($1::text::bytea)) returning id, name
     )
     insert into operator_looks (account_id, operator_id, operator_name, reason)
     select $1::text::uuid, id, name, 'Asked for help' from operator`,
    [accountId],
  );
}

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  app = connectDatabase(database.urls.app, { max: 2, onIdleError: () => {} });
  [ours, theirs] = [await loadTree(owner, tree), await loadTree(owner, tree)];
  for (const account of [ours, theirs]) await fill(account);
});
afterAll(async () => {
  await app?.destroy();
  await owner?.end();
  await database?.drop();
});

type Place = { ofMember: string | null; ofTicket: string | null };
type Rule = (asker: number, place: Place) => boolean;

const isOwner = (asker: number) => tree.members[asker]?.role === 'owner' && tree.members[asker]?.isActive === true;
const seesTicket: Rule = (asker, { ofTicket }) => canSee(tree, asker, ours.ticketIds.indexOf(ofTicket ?? ''));
const seesMember: Rule = (asker, { ofMember }) => canSee(tree, asker, ours.memberIds.indexOf(ofMember ?? ''));
const ownOrOwner: Rule = (asker, { ofMember }) =>
  tree.members[asker]?.isActive === true && (isOwner(asker) || ours.memberIds[asker] === ofMember);

/** What is on its way from a phone is that member's alone. */
const ownTicket: Rule = (asker, { ofTicket }) =>
  tree.members[asker]?.isActive === true && ours.ticketIds[asker] === ofTicket;
const isActive: Rule = (asker) => tree.members[asker]?.isActive === true;
const reviewsAll: Rule = (asker) => {
  const { role, visibility, isActive } = tree.members[asker] ?? base;
  return isActive && visibility === 'account' && role !== 'crew';
};

/** Of each table that the API's role may read: whose each row is, and who may see it. */
const tables: Record<string, { whose: string; rule: Rule }> = {
  accounts: { whose: 'id as account_id, null::uuid as of_member, null::uuid as of_ticket', rule: () => true },
  members: { whose: 'account_id, id as of_member, null::uuid as of_ticket', rule: seesMember },
  tickets: { whose: 'account_id, member_id as of_member, id as of_ticket', rule: seesTicket },
  images: { whose: 'account_id, null::uuid as of_member, ticket_id as of_ticket', rule: seesTicket },
  readings: { whose: 'account_id, null::uuid as of_member, ticket_id as of_ticket', rule: seesTicket },
  ticket_values: { whose: 'account_id, member_id as of_member, ticket_id as of_ticket', rule: seesTicket },
  corrections: { whose: 'account_id, member_id as of_member, ticket_id as of_ticket', rule: seesTicket },
  audit_events: { whose: 'account_id, member_id as of_member, null::uuid as of_ticket', rule: isOwner },
  audit_chain: { whose: 'account_id, null::uuid as of_member, null::uuid as of_ticket', rule: isOwner },
  audit_heads: { whose: 'account_id, null::uuid as of_member, null::uuid as of_ticket', rule: isOwner },
  operator_looks: { whose: 'account_id, null::uuid as of_member, null::uuid as of_ticket', rule: isOwner },
  api_keys: { whose: 'account_id, member_id as of_member, null::uuid as of_ticket', rule: isOwner },
  invitations: {
    whose: 'account_id, created_by as of_member, null::uuid as of_ticket',
    rule: ownOrOwner,
  },
  lessons_due: { whose: 'account_id, null::uuid as of_member, ticket_id as of_ticket', rule: seesTicket },
  forms: { whose: 'account_id, null::uuid as of_member, null::uuid as of_ticket', rule: reviewsAll },
  form_examples: { whose: 'account_id, null::uuid as of_member, ticket_id as of_ticket', rule: reviewsAll },
  ticket_type_settings: { whose: 'account_id, null::uuid as of_member, null::uuid as of_ticket', rule: isActive },
  rereadings: { whose: 'account_id, asked_by as of_member, null::uuid as of_ticket', rule: ownOrOwner },
  rereading_tickets: {
    whose:
      'account_id, (select asked_by from rereadings r where r.id = rereading_id) as of_member, ticket_id as of_ticket',
    rule: (asker, place) => ownOrOwner(asker, place) && seesTicket(asker, place),
  },
  staged_photos: {
    whose: `account_id, null::uuid as of_member,
      (select ticket_id from images i where i.account_id = staged_photos.account_id and i.id = image_id) as of_ticket`,
    rule: ownTicket,
  },
  staged_pieces: { whose: 'account_id, null::uuid as of_member, ticket_id as of_ticket', rule: ownTicket },
  privacy_requests: {
    whose: 'account_id, member_id as of_member, null::uuid as of_ticket',
    rule: ownOrOwner,
  },
};

type Row = { account_id: string; of_member: string | null; of_ticket: string | null };
const readAll = (table: string) => sql<Row>`select ${sql.raw(tables[table]?.whose ?? '')} from ${sql.table(table)}`;
const tell = (rows: Row[]) => rows.map((row) => `${row.account_id} ${row.of_member} ${row.of_ticket}`).sort();

test('every table that the API may read, and that holds something of customers, stands in this test', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and relname <> 'ticket_state_transitions'
       and has_any_column_privilege('ticket_pros_app', oid, 'SELECT') order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(tables).sort());
});

const everybody = Object.keys(people).map((name, place) => [name, place] as const);

test.each(everybody)(
  'promise TP-3: raw SQL without any condition shows %s no row that is not its to see',
  async (_, asker) => {
    for (const [table, { rule }] of Object.entries(tables)) {
      const all = await owner.query<Row>(`select ${tables[table]?.whose} from ${table}`);
      const may = all.rows.filter(
        (row) => row.account_id === ours.accountId && rule(asker, { ofMember: row.of_member, ofTicket: row.of_ticket }),
      );
      expect([table, all.rows.length > may.length]).toEqual([table, true]);
      const scope = { accountId: ours.accountId, memberId: ours.memberIds[asker] ?? '', seesAccount: true };
      const { rows } = await withMember(app, scope, (transaction) => readAll(table).execute(transaction));
      expect([table, tell(rows)]).toEqual([table, tell(may)]);
    }
  },
);

test('raw SQL in the scope of a member of one account and the id of another account shows nothing', async () => {
  for (const table of Object.keys(tables)) {
    const scope = { accountId: theirs.accountId, memberId: ours.memberIds[0] ?? '', seesAccount: true };
    const { rows } = await withMember(app, scope, (transaction) => readAll(table).execute(transaction));
    // What an account is called, its name alone told already.
    expect([table, rows.length]).toEqual([table, table === 'accounts' ? 1 : 0]);
  }
});

test('raw SQL of a signed-in user without a chosen place shows its places and their accounts alone', async () => {
  for (const table of Object.keys(tables)) {
    const { rows } = await withUser(app, { userId: ours.memberIds[3] ?? '' }, (transaction) =>
      readAll(table).execute(transaction),
    );
    expect([table, rows.length]).toEqual([table, table === 'accounts' || table === 'members' ? 1 : 0]);
  }
});
