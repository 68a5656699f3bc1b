import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { sql } from 'kysely';
import { Client } from 'pg';
import { connectDatabase, type Database } from '../connect-database.ts';
import { retentionRole } from '../database-role.ts';
import { type MemberScope, withMember } from '../scope.ts';
import { writeAudit } from '../write-audit.ts';
import { type AuditReport, verifyAudit } from './verify-audit.ts';
import { writeAuditReport } from './write-audit-report.ts';

let database: TestDatabase;
let owner: Client;
let app: Database;
let folder: string;
let people = 0;
let scope: MemberScope;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ticket-pros-audit-'));
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  app = connectDatabase(database.urls.app, { max: 20, onIdleError: () => {} });
});
afterAll(async () => {
  await app?.destroy();
  await owner?.end();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  scope = await newAccount();
  for (let number = 1; number <= 6; number += 1) await write(scope, { number });
});

async function newAccount(): Promise<MemberScope> {
  people += 1;
  const user = `user ${people}`;
  await owner.query(
    `insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, 'U', $1 || '@x.example', true)`,
    [user],
  );
  const { rows } = await owner.query<{ account_id: string; member_id: string }>(
    `select account_id, member_id from app.found_account('Company', $1, 'U', now())`,
    [user],
  );
  return { accountId: rows[0]?.account_id ?? '', memberId: rows[0]?.member_id ?? '', seesAccount: true };
}

function write(member: MemberScope, payload: Record<string, unknown>): Promise<void> {
  return withMember(app, member, (transaction) =>
    writeAudit(transaction, member, {
      action: 'ticket.corrected',
      subject: { kind: 'ticket', id: '0199b2a0-0000-7000-8000-000000000001' },
      payload,
    }),
  );
}

async function verify({ accountId }: MemberScope): Promise<AuditReport> {
  await owner.query('begin isolation level repeatable read read only');
  try {
    return await verifyAudit(owner, accountId);
  } finally {
    await owner.query('rollback');
  }
}

/** Does what only whoever owns the tables can: past triggers, foreign keys and checks. */
async function tamper(statement: string, { accountId }: MemberScope = scope): Promise<void> {
  await owner.query('begin');
  await owner.query(`set local session_replication_role = replica`);
  const { rowCount } = await owner.query(
    statement
      .replaceAll(':account', owner.escapeLiteral(accountId))
      .replaceAll(':event', `(select event_id from audit_chain where account_id = '${accountId}' and number = 3)`),
  );
  await owner.query('commit');
  expect(rowCount).toBeGreaterThan(0);
}

/** An event as it would stand there after so many days. */
async function writeLongAgo({ accountId, memberId }: MemberScope, days: number): Promise<string> {
  await owner.query('alter table audit_events disable trigger complete_audit_event');
  const { rows } = await owner.query<{ id: string }>(
    `insert into audit_events (account_id, at, action, actor, member_id, salt, payload)
     values ($1, now() - make_interval(days => $3), 'sign_in.done', 'member', $2, uuid_send(gen_random_uuid()), '{"address":"192.0.2.1"}')
     returning id`,
    [accountId, memberId, days],
  );
  await owner.query('alter table audit_events enable trigger complete_audit_event');
  return rows[0]?.id ?? '';
}

async function asRetention(statement: string, values: unknown[]): Promise<number | null> {
  await owner.query('begin');
  try {
    await owner.query(`set local role ${retentionRole}`);
    const { rowCount } = await owner.query(statement, values);
    await owner.query('commit');
    return rowCount;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

test('an untouched log is intact, account by account', async () => {
  const other = await newAccount();
  await write(other, {});
  expect(await verify(scope)).toMatchObject({ events: 6, links: 6, erased: 0, broken: null, head: { number: 6n } });
  expect(await verify(other)).toMatchObject({ events: 1, links: 1, broken: null });
  expect(await verify(await newAccount())).toMatchObject({ events: 0, links: 0, broken: null, head: null });
});

test('a hundred transactions at once make one chain without a gap', async () => {
  const busy = await newAccount();
  const all = await Promise.allSettled(Array.from({ length: 100 }, (_, number) => write(busy, { number })));
  expect(all.filter(({ status }) => status === 'rejected')).toEqual([]);
  const { rows } = await owner.query<{ number: string }>(
    'select number from audit_chain where account_id = $1 order by number',
    [busy.accountId],
  );
  expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  expect(await verify(busy)).toMatchObject({ events: 100, links: 100, broken: null });
});

test('users of the same accounts, noted in both at once, never wait for each other', async () => {
  const first = await newAccount();
  const second = await newAccount();
  const both: string[] = [];
  for (const [user, order] of [
    ['both ways', [first, second]],
    ['the other way', [second, first]],
  ] as const) {
    both.push(user);
    await owner.query(
      `insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, 'U', $1 || '@x.example', true)`,
      [user],
    );
    for (const { accountId } of order) {
      await owner.query(`insert into members (account_id, user_id, name, role) values ($1, $2, 'U', 'crew')`, [
        accountId,
        user,
      ]);
    }
  }
  const note = (user: string) =>
    app.transaction().execute(async (transaction) => {
      await sql`select set_config('app.user_id', ${user}, true), app.note_for_user('sign_in.done', '{}')`.execute(
        transaction,
      );
    });
  const all = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => note(both[index % 2] ?? '')));
  expect(all.filter(({ status }) => status === 'rejected')).toEqual([]);
  for (const account of [first, second]) expect(await verify(account)).toMatchObject({ events: 40, broken: null });
});

test.each([
  ['at', `update audit_events set at = at + interval '1 second' where account_id = :account and id = :event`],
  ['action', `update audit_events set action = 'ticket.read' where account_id = :account and id = :event`],
  ['actor', `update audit_events set actor = 'worker' where account_id = :account and id = :event`],
  ['member_id', `update audit_events set member_id = null where account_id = :account and id = :event`],
  ['api_key_id', `update audit_events set api_key_id = uuidv7() where account_id = :account and id = :event`],
  ['subject_kind', `update audit_events set subject_kind = 'member' where account_id = :account and id = :event`],
  ['subject_id', `update audit_events set subject_id = uuidv7() where account_id = :account and id = :event`],
  ['salt', `update audit_events set salt = uuid_send(gen_random_uuid()) where account_id = :account and id = :event`],
  ['payload', `update audit_events set payload = '{"number":4}' where account_id = :account and id = :event`],
  ['gone', `update audit_events set id = uuidv7() where account_id = :account and id = :event`],
  ['gone', `update audit_events set account_id = uuidv7() where account_id = :account and id = :event`],
  ['gone', `delete from audit_events where account_id = :account and id = :event`],
  ['missing', `update audit_chain set number = 9 where account_id = :account and number = 3`],
  ['missing', `delete from audit_chain where account_id = :account and number = 3`],
  ['payload_digest', `update audit_chain set payload_digest = sha256('x') where account_id = :account and number = 3`],
  ['previous_hash', `update audit_chain set previous_hash = sha256('x') where account_id = :account and number = 3`],
  ['its hash', `update audit_chain set hash = sha256('x') where account_id = :account and number = 3`],
])('a tampered log is broken, and the check names it: %s, by %s', async (word, statement) => {
  await tamper(statement);
  const { broken } = await verify(scope);
  expect(broken).toMatch(/^link 3: /);
  expect(broken).toContain(word);
});

test('exchanged events, a cut end, a changed head and an event past the chain are found', async () => {
  await tamper('update audit_chain set number = 99 where account_id = :account and number = 3');
  await tamper('update audit_chain set number = 3 where account_id = :account and number = 4');
  await tamper('update audit_chain set number = 4 where account_id = :account and number = 99');
  expect((await verify(scope)).broken).toMatch(/^link 3: .*previous_hash/);

  const swapped = await newAccount();
  for (const number of [1, 2, 3, 4]) await write(swapped, { number });
  const eventOf = (number: number) =>
    `(select event_id from audit_chain where account_id = :account and number = ${number})`;
  const ids = await owner.query<{ second: string; third: string }>(
    `select ${eventOf(2)} as second, ${eventOf(3)} as third`.replaceAll(':account', `'${swapped.accountId}'`),
  );
  const { second, third } = ids.rows[0] ?? {};
  await tamper('update audit_chain set event_id = uuidv7() where account_id = :account and number = 2', swapped);
  await tamper(`update audit_chain set event_id = '${second}' where account_id = :account and number = 3`, swapped);
  await tamper(`update audit_chain set event_id = '${third}' where account_id = :account and number = 2`, swapped);
  expect((await verify(swapped)).broken).toMatch(/^link 2: event .* was changed/);

  const cut = await newAccount();
  for (const number of [1, 2, 3]) await write(cut, { number });
  await tamper(
    'delete from audit_events e using audit_chain c where c.event_id = e.id and c.number = 3 and c.account_id = :account',
    cut,
  );
  await tamper('delete from audit_chain where account_id = :account and number = 3', cut);
  expect((await verify(cut)).broken).toBe('link 3: the end was cut off; the head says 3 links');
  await tamper('update audit_heads set number = 2 where account_id = :account', cut);
  expect((await verify(cut)).broken).toBe('link 2: the head was changed (number or hash)');

  const past = await newAccount();
  await write(past, {});
  await tamper(
    `insert into audit_events (account_id, action, actor, salt, payload)
     values (:account, 'ticket.read', 'worker', uuid_send(gen_random_uuid()), '{}')`,
    past,
  );
  expect((await verify(past)).broken).toMatch(/^event .* stands in no link$/);
});

test('the command says it of every account, ends with 1 when one is broken, and knows the heads that were kept', async () => {
  const intact = await newAccount();
  await write(intact, {});
  const run = (...args: string[]) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const command = fileURLToPath(new URL('verify-audit.command.ts', import.meta.url));
      const env = { PATH: process.env.PATH, DATABASE_OWNER_URL: database.urls.owner };
      execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
      );
    });
  const whole = await run('--account', scope.accountId);
  expect(whole).toEqual({ code: 0, output: `${writeAuditReport(await verify(scope))}\n` });
  expect(whole.output).toContain('intact. 6 events, chain of 6, 0 payloads erased. Head 6 ');
  const kept = join(folder, 'kept.txt');
  await writeFile(kept, whole.output);

  // Whoever owns the tables writes the whole log anew, without its fourth event: nothing in the database shows that.
  await tamper('delete from audit_chain where account_id = :account');
  await tamper('delete from audit_heads where account_id = :account');
  await tamper('delete from audit_events where account_id = :account');
  for (const number of [1, 2, 3, 5, 6, 7]) await write(scope, { number });
  expect((await run('--account', scope.accountId)).code).toBe(0);
  const compared = await run('--account', scope.accountId, '--kept', kept);
  expect(compared.code).toBe(1);
  expect(compared.output).toContain('link 6: its hash is not the one that was kept');

  const all = await run();
  expect(all.code).toBe(1);
  expect(all.output).toContain(`${intact.accountId}: intact.`);
  expect(all.output).toContain('BROKEN');
});

test('promise T0-4: the services can neither change nor remove what was told', async () => {
  for (const url of [database.urls.app, database.urls.worker, database.urls.sweep, database.urls.operator]) {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`select set_config('app.account_id', $1, false), set_config('app.member_id', $2, false)`, [
        scope.accountId,
        scope.memberId,
      ]);
      for (const statement of [
        `update audit_events set payload = '{}'`,
        'delete from audit_events',
        `update audit_chain set number = 1`,
        'delete from audit_chain',
        `insert into audit_chain values (null, 1, null, '', '', '')`,
        'update audit_heads set number = 0',
        'delete from audit_heads',
        'truncate audit_events cascade',
        `insert into audit_events (account_id, action, actor, at) values (app.account_id(), 'ticket.read', 'member', now())`,
        'alter table audit_events disable trigger all',
        `set session_replication_role = replica`,
      ]) {
        await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
      }
    } finally {
      await client.end();
    }
  }
  expect((await verify(scope)).broken).toBeNull();
});

test("the API can't say that somebody else did it, nor that nobody's scope was a member", async () => {
  await withMember(app, { ...scope, actorId: scope.memberId }, (transaction) =>
    transaction
      .insertInto('audit_events')
      .values({ account_id: scope.accountId, action: 'ticket.read', actor: 'worker', payload: '{}' })
      .execute(),
  );
  const { rows } = await owner.query(
    `select actor, member_id from audit_events where account_id = $1 and action = 'ticket.read'`,
    [scope.accountId],
  );
  expect(rows).toEqual([{ actor: 'member', member_id: scope.memberId }]);
  await expect(
    withMember(app, { ...scope, memberId: '' }, (transaction) =>
      writeAudit(transaction, scope, { action: 'ticket.read' }),
    ),
  ).rejects.toThrow('row-level security');
});

test('promise TP-12: the retention role erases what old events said; the log stays intact, and it can do nothing else', async () => {
  const old = await writeLongAgo(scope, 100);
  await writeLongAgo(scope, 89);
  await write(scope, { last: true });
  const erase = 'update audit_events set salt = null, payload = null where account_id = $1';
  expect(await asRetention(erase, [scope.accountId])).toBe(1);
  const { rows } = await owner.query('select id from audit_events where account_id = $1 and payload is null', [
    scope.accountId,
  ]);
  expect(rows).toEqual([{ id: old }]);
  expect(await verify(scope)).toMatchObject({ events: 9, links: 9, erased: 1, broken: null });

  for (const statement of [
    `update audit_events set payload = '{}', salt = uuid_send(gen_random_uuid()) where account_id = $1`,
    'update audit_events set payload = null where account_id = $1',
    'update audit_events set at = now() where account_id = $1',
    'delete from audit_events where account_id = $1',
    'select payload from audit_events where account_id = $1',
    'select * from audit_chain where account_id = $1',
    'select * from tickets where account_id = $1',
  ]) {
    await writeLongAgo(scope, 100);
    await expect(asRetention(statement, [scope.accountId])).rejects.toThrow(
      /permission denied|row-level security|check constraint/,
    );
  }
  expect((await verify(scope)).broken).toBeNull();
});

test('erasing an event that was changed before does not hide that', async () => {
  const old = await writeLongAgo(scope, 100);
  await tamper(`update audit_events set action = 'sign_in.ended' where account_id = :account and id = '${old}'`);
  await asRetention('update audit_events set salt = null, payload = null where id = $1', [old]);
  expect((await verify(scope)).broken).toMatch(/^link 7: event .* was changed/);
});
