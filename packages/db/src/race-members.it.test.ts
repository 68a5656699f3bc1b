import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { sql } from 'kysely';
import { Client } from 'pg';
import { changeTree } from '../test/change-tree.ts';
import { type LoadedTree, loadTree } from '../test/load-tree.ts';
import type { Change, ModelMember } from '../test/model-tree.ts';
import { connectDatabase, type Database } from './connect-database.ts';
import { withAccount, withMember, withUser } from './scope.ts';

// Real connections, many rounds: what each round finds has to hold whichever of the two comes first.
const rounds = 40;

let database: TestDatabase;
let owner: Client;
let app: Database;
let worker: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  app = connectDatabase(database.urls.app, { max: 8, onIdleError: () => {} });
  worker = connectDatabase(database.urls.worker, { max: 2, onIdleError: () => {} });
});
afterAll(async () => {
  await app?.destroy();
  await worker?.destroy();
  await owner?.end();
  await database?.drop();
});

const someOwner: ModelMember = { role: 'owner', reportsTo: null, visibility: 'account', branch: null, isActive: true };
const crew = (reportsTo: number | null): ModelMember => ({
  ...someOwner,
  role: 'crew',
  visibility: 'branch',
  reportsTo,
});

async function load(members: ModelMember[], tickets: number[] = []): Promise<LoadedTree> {
  return loadTree(owner, { members, tickets });
}

/** Whether a connection of this database waits for another one's lock. */
async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return (rows[0]?.count ?? 0) > 0;
}

/** Starts `other` while `first` is made and not committed yet, and lets that commit once the other one waits for it or is over. */
async function overlap<Other>(first: (meanwhile: () => Promise<void>) => Promise<number>, other: () => Promise<Other>) {
  let second: Promise<Other> | undefined;
  const rows = await first(async () => {
    let isOver = false;
    second = other().finally(() => {
      isOver = true;
    });
    second.catch(() => {});
    while (!isOver && !(await isSomebodyWaiting())) await wait(2);
  });
  if (second === undefined) throw new Error('the first one was refused');
  return [rows, await second] as const;
}

/** Both changes at the same time, by chance or by force; how many rows each changed. */
async function together(tree: LoadedTree, one: [number, Change], other: [number, Change]): Promise<number[]> {
  const [first, second] = Math.random() < 0.5 ? [one, other] : [other, one];
  if (Math.random() < 0.5) return Promise.all([changeTree(app, tree, ...first), changeTree(app, tree, ...second)]);
  return [
    ...(await overlap(
      (meanwhile) => changeTree(app, tree, ...first, meanwhile),
      () => changeTree(app, tree, ...second),
    )),
  ];
}

async function activeOwners({ accountId }: LoadedTree): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::integer as count from members where account_id = $1 and role = 'owner' and is_active`,
    [accountId],
  );
  return rows[0]?.count ?? 0;
}

const scopeOf = ({ accountId, memberIds }: LoadedTree, member: number, seesAccount = false) => ({
  accountId,
  memberId: memberIds[member] ?? '',
  seesAccount,
});

async function ticketsSeenBy(tree: LoadedTree, member: number): Promise<string[]> {
  const rows = await withMember(app, scopeOf(tree, member), (transaction) =>
    transaction.selectFrom('tickets').select('id').execute(),
  );
  return rows.map(({ id }) => id);
}

async function capture(tree: LoadedTree, member: number): Promise<string> {
  return withMember(app, scopeOf(tree, member), async (transaction) => {
    const { id } = await transaction
      .insertInto('tickets')
      .values({
        account_id: tree.accountId,
        member_id: tree.memberIds[member] ?? '',
        upload_id: crypto.randomUUID(),
        ticket_type: 'field_ticket',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

const endings: ((member: number) => Change)[] = [
  (member) => ({ kind: 'role', member, role: 'office' }),
  (member) => ({ kind: 'deactivate', member }),
];

test('of two owners who end each other at the same time one wins, whether or not a third one is left', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const bystanders = round % 2 === 0 ? [] : [someOwner];
    const tree = await load([someOwner, someOwner, ...bystanders]);
    const first = endings[round % 2] ?? endings[0];
    const second = endings[(round >> 1) % 2] ?? endings[0];
    if (first === undefined || second === undefined) throw new Error('there are two endings');
    const rows = await together(tree, [0, first(1)], [1, second(0)]);
    expect(rows.sort()).toEqual([0, 1]);
    expect(await activeOwners(tree)).toBe(1 + bystanders.length);
  }
});

test('of two owners who leave at the same time one stays', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const tree = await load([someOwner, someOwner]);
    const rows = await together(
      tree,
      [0, { kind: 'deactivate', member: 0 }],
      [1, { kind: 'role', member: 1, role: 'crew' }],
    );
    expect(rows.sort()).toEqual([0, 1]);
    expect(await activeOwners(tree)).toBe(1);
  }
});

test('of two moves that together make a circle one is refused', async () => {
  for (let round = 0; round < rounds; round += 1) {
    // Two chains of three; the head of each goes below the foot of the other.
    const tree = await load([someOwner, someOwner, crew(null), crew(2), crew(3), crew(null), crew(5), crew(6)]);
    const rows = await together(tree, [0, { kind: 'move', member: 2, to: 7 }], [1, { kind: 'move', member: 5, to: 4 }]);
    expect(rows.sort()).toEqual([0, 1]);
  }
});

test('owners who move many members at the same time wait for each other, and never in a circle', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const below = Array.from({ length: 20 }, (_, place) => crew(place % 2 === 0 ? 2 : 3));
    const tree = await load([someOwner, someOwner, crew(null), crew(null), crew(null), ...below]);
    const inTurn = (actor: number, ...changes: Change[]) =>
      withMember(app, scopeOf(tree, actor), async (transaction) => {
        for (const change of changes) {
          if (change.kind !== 'move') continue;
          await transaction
            .updateTable('members')
            .set({ reports_to: tree.memberIds[change.to ?? 0] ?? '' })
            .where('account_id', '=', tree.accountId)
            .where('id', '=', tree.memberIds[change.member] ?? '')
            .execute();
        }
      });
    await Promise.all([
      inTurn(0, { kind: 'move', member: 6, to: 4 }, { kind: 'move', member: 7, to: 4 }),
      inTurn(1, { kind: 'move', member: 7, to: 2 }, { kind: 'move', member: 6, to: 3 }),
      changeTree(app, tree, 0, { kind: 'move all below', member: 2, to: 4 }),
      changeTree(app, tree, 1, { kind: 'move all below', member: 3, to: 4 }),
    ]);
  }
});

test('a ticket captured while its member moves is seen by the new superior and no more by the old one', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const tree = await load([someOwner, crew(null), crew(null), crew(1)]);
    const [ticket, rows] = await Promise.all([
      capture(tree, 3),
      changeTree(app, tree, 0, { kind: 'move', member: 3, to: 2 }),
    ]);
    expect(rows).toBe(1);
    expect([await ticketsSeenBy(tree, 1), await ticketsSeenBy(tree, 2)]).toEqual([[], [ticket]]);
  }
});

async function giveKeyAndSession({ accountId, memberIds }: LoadedTree, member: number): Promise<Buffer> {
  const hash = randomBytes(32);
  const [ownerId, memberId] = [memberIds[0], memberIds[member]];
  await owner.query(
    `insert into api_keys (account_id, member_id, created_by, name, scopes, secret_hash, hint, expires_at)
     values ($1, $2, $3, 'Key', '{tickets.read}', $4, 'abcd', now() + interval '1 day')`,
    [accountId, memberId, ownerId, hash],
  );
  await owner.query(
    `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId", "memberId")
     values ($1, now() + interval '1 day', $1, now(), $2, $2)`,
    [crypto.randomUUID(), memberId],
  );
  return hash;
}

test('deactivating ends keys and sessions at once, while they are used', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const tree = await load([someOwner, crew(null)], [1]);
    const hash = await giveKeyAndSession(tree, 1);
    const findKey = async () => (await sql`select * from app.find_api_key(${hash})`.execute(app)).rows.length;
    let isOver = false;
    const use = async () => {
      while (!isOver) {
        await findKey();
        await ticketsSeenBy(tree, 1);
        await capture(tree, 1).catch((error: unknown) => expect(error).toMatchObject({ code: '42501' }));
      }
    };
    const uses = [use(), use()];
    expect(await findKey()).toBe(1);
    expect(await changeTree(app, tree, 0, { kind: 'deactivate', member: 1 })).toBe(1);
    const after = [await findKey(), (await ticketsSeenBy(tree, 1)).length];
    isOver = true;
    await Promise.all(uses);
    expect(after).toEqual([0, 0]);
    await expect(capture(tree, 1)).rejects.toMatchObject({ code: '42501' });
    const sessions = await owner.query(`select 1 from auth."session" where "userId" = $1`, [tree.memberIds[1]]);
    expect(sessions.rowCount).toBe(0);
    const places = await withUser(app, { userId: tree.memberIds[1] ?? '' }, (transaction) =>
      transaction.selectFrom('members').select('id').where('is_active', '=', true).execute(),
    );
    expect(places).toEqual([]);
  }
});

/** As the worker saves one: lock the ticket, then the reading, its values and the state. */
async function saveReading({ accountId }: LoadedTree, ticketId: string): Promise<void> {
  await withAccount(worker, accountId, async (transaction) => {
    const ticket = { account_id: accountId, ticket_id: ticketId };
    await transaction
      .selectFrom('tickets')
      .select('id')
      .where('account_id', '=', accountId)
      .where('id', '=', ticketId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const empty = { pages: '[]', words: '[]', values: '[]', timings: '{}' };
    const { id } = await transaction
      .insertInto('readings')
      .values({ ...ticket, number: 1, engine: 'none', engine_version: '0', ...empty })
      .returning('id')
      .executeTakeFirstOrThrow();
    const value = { field: 'company', row_number: 0, normalized: 'Sample', confidence: 1, source: 'reader' as const };
    await transaction
      .insertInto('ticket_values')
      .values({ ...ticket, ...value, reading_id: id })
      .execute();
    await transaction
      .updateTable('tickets')
      .set({ state: 'needs_review' })
      .where('account_id', '=', accountId)
      .where('id', '=', ticketId)
      .execute();
  });
}

test('a ticket handed over while its reading is saved keeps the reading, and is the new member’s alone', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const tree = await load([someOwner, crew(null), crew(null)], [1]);
    const ticketId = tree.ticketIds[0] ?? '';
    for (const state of ['received', 'reading'])
      await owner.query('update tickets set state = $1 where id = $2', [state, ticketId]);
    const [rows] = await Promise.all([
      changeTree(app, tree, 0, { kind: 'hand over', member: 1, to: 2 }),
      saveReading(tree, ticketId),
    ]);
    expect(rows).toBe(1);
    const seen = await withMember(app, scopeOf(tree, 2), async (transaction) => ({
      tickets: await transaction.selectFrom('tickets').select(['id', 'state', 'version']).execute(),
      values: await transaction.selectFrom('ticket_values').select('normalized').execute(),
    }));
    // Uploading, received, reading, and once for each of the two.
    expect(seen).toEqual({
      tickets: [{ id: ticketId, state: 'needs_review', version: 5 }],
      values: [{ normalized: 'Sample' }],
    });
    const left = await withMember(app, scopeOf(tree, 1), async (transaction) => [
      ...(await transaction.selectFrom('tickets').select('id').execute()),
      ...(await transaction.selectFrom('ticket_values').select('ticket_id').execute()),
    ]);
    expect(left).toEqual([]);
  }
});

test('joining by a link while its maker is deactivated never ends in a deadlock', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const tree = await load([someOwner, someOwner]);
    const hash = randomBytes(32);
    await owner.query(
      `insert into invitations (account_id, created_by, role, token_hash, expires_at)
       values ($1, $2, 'crew', $3, now() + interval '1 day')`,
      [tree.accountId, tree.memberIds[1], hash],
    );
    const userId = crypto.randomUUID();
    await owner.query(
      `insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, 'U', $1 || '@x.example', true)`,
      [userId],
    );
    const join = () =>
      withUser(app, { userId }, (transaction) =>
        sql`select * from app.accept_invitation(${hash}, 'New')`.execute(transaction),
      );
    const deactivate = (meanwhile?: () => Promise<void>) =>
      changeTree(app, tree, 0, { kind: 'deactivate', member: 1 }, meanwhile);
    const [rows] = round % 2 === 0 ? await Promise.all([deactivate(), join()]) : await overlap(deactivate, join);
    expect(rows).toBe(1);
    expect((await join()).rows).toEqual([]);
  }
});
