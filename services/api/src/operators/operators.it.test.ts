import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditPageSchema } from '@ticket-pros/contracts/audit';
import { verifyAudit } from '@ticket-pros/db/audit/verify-audit';
import { Client } from 'pg';
import sharp from 'sharp';
import { z } from 'zod';
import { answerOf } from '../../test/read-test-answer.ts';
import { storeTicket } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { addOperator, disableOperator } from './change-operators.ts';
import { hashOperatorKey } from './operator-key.ts';

let api: TestApi;
let database: Client;
let operator: Client;
let key: string;
let customer: Person;
let other: Person;
let ticketId: string;
const reason = 'Support case 17: readings stay empty';

beforeAll(async () => {
  api = await startTestApi();
  database = new Client({ connectionString: api.database.urls.owner });
  operator = new Client({ connectionString: api.database.urls.operator });
  await Promise.all([database.connect(), operator.connect()]);
  customer = await api.account('Hauling');
  other = await api.account('Other company');
  for (const [shade, person] of [customer, other].entries()) {
    const image = await sharp({ create: { width: 80, height: 80, channels: 3, background: { r: shade, g: 3, b: 2 } } })
      .png()
      .toBuffer();
    const { id } = await storeTicket(person, { images: [image] });
    await database.query(
      `insert into ticket_values (account_id, ticket_id, field, row_number, normalized, confidence, source, member_id)
       values ($1, $2, 'customer', 0, $3, 1, 'member', $4)`,
      [person.scope.accountId, id, `Value of ${shade}`, person.scope.memberId],
    );
    if (person === customer) ticketId = id;
  }
  ({ key } = await addOperator(database, { name: 'Olga Operator', email: 'olga@operators.example' }));
});
afterAll(async () => {
  await operator?.end();
  await database?.end();
  await api?.close();
});

const contentTables = ['tickets', 'images', 'ticket_values'];

async function openLook(person: Person): Promise<string> {
  const { rows } = await operator.query<{ look_id: string }>('select look_id from app.open_operator_look($1, $2, $3)', [
    hashOperatorKey(key),
    person.scope.accountId,
    reason,
  ]);
  return rows[0]?.look_id ?? '';
}

async function seenWith(lookId: string): Promise<string[]> {
  await operator.query('begin');
  try {
    await operator.query(`select set_config('app.operator_look', $1, true)`, [lookId]);
    const seen: string[] = [];
    for (const table of contentTables) {
      const { rows } = await operator.query<{ account_id: string }>(`select account_id from ${table}`);
      seen.push(...rows.map((row) => row.account_id));
    }
    return seen;
  } finally {
    await operator.query('rollback');
  }
}

const toldTo = async (person: Person) =>
  (await answerOf(auditPageSchema, person.fetch('/v1/audit?action=operator.looked'))).events;

test('promise TP-3: without a look an operator sees which accounts there are, how large, and nothing of what they keep', async () => {
  const { rows } = await operator.query('select * from app.list_accounts_for_operator($1)', [hashOperatorKey(key)]);
  expect(Object.keys(rows[0])).toEqual(['id', 'name', 'created_at', 'members', 'tickets']);
  expect(rows.map(({ name, members, tickets }) => [name, members, tickets])).toEqual([
    ['Hauling', '1', '1'],
    ['Other company', '1', '1'],
  ]);
  for (const table of contentTables) expect((await operator.query(`select * from ${table}`)).rows).toEqual([]);
  const { rows: tables } = await database.query<{ name: string }>(
    `select table_schema || '."' || table_name || '"' as name, table_name from information_schema.tables
     where table_schema in ('public', 'auth', 'queue') and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables.filter((table) => !contentTables.some((open) => table.name === `public."${open}"`))) {
    await expect(operator.query(`select * from ${name}`)).rejects.toThrow('permission denied');
  }
  for (const table of contentTables) {
    await expect(operator.query(`delete from ${table}`)).rejects.toThrow('permission denied');
    await expect(operator.query(`update ${table} set account_id = account_id`)).rejects.toThrow('permission denied');
  }
});

test("promise T0-4: a look opens one account's tickets, and stands in that customer's log with who and why", async () => {
  const lookId = await openLook(customer);
  const { accountId } = customer.scope;
  expect(await seenWith(lookId)).toEqual([accountId, accountId, accountId]);
  const [event, ...more] = await toldTo(customer);
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    actor: 'operator',
    member: null,
    subject: { kind: 'operator_look', id: lookId },
    payload: { operator: 'Olga Operator', reason },
  });
  expect(await toldTo(other)).toEqual([]);

  const app = new Client({ connectionString: api.database.urls.app });
  await app.connect();
  const looksSeenBy = async (person: Person) => {
    await app.query(`select set_config('app.account_id', $1, false), set_config('app.member_id', $2, false)`, [
      person.scope.accountId,
      person.scope.memberId,
    ]);
    return (await app.query('select operator_name, reason from operator_looks')).rows;
  };
  expect(await looksSeenBy(customer)).toEqual([{ operator_name: 'Olga Operator', reason }]);
  expect(await looksSeenBy(other)).toEqual([]);
  const member = await api.member(customer, 'office');
  expect(await looksSeenBy(member)).toEqual([]);
  await app.end();
});

test('a look that could still be taken back shows nothing', async () => {
  await operator.query('begin');
  const lookId = await openLook(customer);
  await operator.query(`select set_config('app.operator_look', $1, true)`, [lookId]);
  await operator.query('savepoint later');
  for (const table of contentTables) expect((await operator.query(`select 1 from ${table}`)).rowCount).toBe(0);
  await operator.query('rollback');
  expect(await seenWith(lookId)).toEqual([]);
});

test('a look that is over shows nothing, nor one whose operator was disabled, nor a made-up one', async () => {
  const lookId = await openLook(customer);
  expect(await seenWith(crypto.randomUUID())).toEqual([]);
  await database.query(
    `update operator_looks set opened_at = opened_at - interval '1 hour', ends_at = ends_at - interval '1 hour' where id = $1`,
    [lookId],
  );
  expect(await seenWith(lookId)).toEqual([]);
  await expect(
    database.query(`update operator_looks set ends_at = opened_at + interval '61 minutes' where id = $1`, [lookId]),
  ).rejects.toThrow('check constraint');

  const second = await addOperator(database, { name: 'Short', email: 'short@operators.example' });
  const { rows } = await operator.query<{ look_id: string }>('select look_id from app.open_operator_look($1, $2, $3)', [
    hashOperatorKey(second.key),
    customer.scope.accountId,
    reason,
  ]);
  const shortLook = rows[0]?.look_id ?? '';
  expect(await seenWith(shortLook)).toHaveLength(3);
  expect(await disableOperator(database, 'Short@operators.example')).toEqual({ disabled: true });
  expect(await seenWith(shortLook)).toEqual([]);
  await expect(
    operator.query('select * from app.list_accounts_for_operator($1)', [hashOperatorKey(second.key)]),
  ).rejects.toThrow('unknown or disabled');
});

test("an operator can't open a look in somebody else's name, without a reason, or with a made-up key", async () => {
  await operator.query('begin');
  await operator.query(
    `select set_config('app.account_id', $1, true), set_config('app.member_id', $2, true), set_config('app.origin', $3, true)`,
    [other.scope.accountId, other.scope.memberId, '{"address":"192.0.2.9"}'],
  );
  await openLook(customer);
  await operator.query('commit');
  const [event] = await toldTo(customer);
  expect(event).toMatchObject({ actor: 'operator', member: null, address: null });
  expect(await toldTo(other)).toEqual([]);

  const open = (hash: Buffer, why: string) =>
    operator.query('select * from app.open_operator_look($1, $2, $3)', [hash, customer.scope.accountId, why]);
  await expect(open(hashOperatorKey(key), '   short   ')).rejects.toThrow('check constraint');
  await expect(open(hashOperatorKey(`tpo_${'a'.repeat(43)}`), reason)).rejects.toThrow('unknown or disabled');
  await expect(operator.query('select app.find_operator($1)', [hashOperatorKey(key)])).rejects.toThrow('permission');
  await expect(
    operator.query(
      `insert into operator_looks (account_id, operator_id, operator_name, reason) values ($1, $1, 'x', $2)`,
      [customer.scope.accountId, reason],
    ),
  ).rejects.toThrow('permission denied');
});

test('the command does it all, in JSON; the logs stay whole', async () => {
  const run = (environment: Record<string, string>, ...args: string[]) =>
    new Promise<{ code: number; out: string; problem: string }>((resolve) => {
      const command = fileURLToPath(new URL('operator.command.ts', import.meta.url));
      const { owner, operator: DATABASE_OPERATOR_URL } = api.database.urls;
      const env = { PATH: process.env.PATH, DATABASE_OWNER_URL: owner, DATABASE_OPERATOR_URL, ...environment };
      execFile(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', command, ...args],
        { env },
        (error, out, problem) => resolve({ code: Number(error?.code ?? 0), out, problem }),
      );
    });
  const added = await run({}, 'add-operator', '--name', 'Otto', '--email', 'Otto@operators.example');
  const { key: OPERATOR_KEY } = z.object({ key: z.string().regex(/^tpo_/) }).parse(JSON.parse(added.out));
  const again = await run({}, 'add-operator', '--name', 'Otto', '--email', 'otto@operators.example');
  expect(again).toMatchObject({ code: 1, out: '', problem: 'There is an operator with this address already.\n' });
  const { rows } = await database.query<{ text: string }>('select o::text as text from operators o');
  expect(rows.filter(({ text }) => text.includes(OPERATOR_KEY.slice(4)))).toEqual([]);

  const accounts = await run({ OPERATOR_KEY }, 'accounts');
  expect(JSON.parse(accounts.out).accounts).toHaveLength(2);

  const { accountId } = customer.scope;
  const looked = await run({ OPERATOR_KEY }, 'look', '--account', accountId, '--reason', reason);
  const list = JSON.parse(looked.out);
  expect(list.tickets.map(({ id }: { id: string }) => id)).toEqual([ticketId]);
  const one = await run({ OPERATOR_KEY }, 'look', '--account', accountId, '--reason', reason, '--ticket', ticketId);
  expect(JSON.parse(one.out).ticket).toMatchObject({
    id: ticketId,
    values: [{ field: 'customer', normalized: 'Value of 0' }],
    images: [{ page: 0 }],
  });
  expect((await toldTo(customer)).slice(0, 2).map(({ payload }) => payload?.operator)).toEqual(['Otto', 'Otto']);

  const refused = [
    await run({ OPERATOR_KEY }, 'look', '--account', accountId),
    await run({ OPERATOR_KEY }, 'look', '--account', accountId, '--reason', 'why'),
    await run({ OPERATOR_KEY }, 'look', '--account', crypto.randomUUID(), '--reason', reason),
    await run({ OPERATOR_KEY: `tpo_${'a'.repeat(43)}` }, 'accounts'),
    await run({}, 'accounts'),
    await run({}),
  ];
  for (const { code, out } of refused) expect([code, out]).toEqual([1, '']);
  expect(refused.map(({ problem }) => problem.split('\n')[0])).toEqual([
    expect.stringContaining('reason'),
    expect.stringContaining('why'),
    'There is no such account.',
    'This operator key is unknown or disabled.',
    'The settings are not right:',
    'Usage: npm run operator -- <command>',
  ]);
  await database.query('begin isolation level repeatable read read only');
  for (const { scope } of [customer, other]) {
    expect((await verifyAudit(database, scope.accountId)).broken).toBeNull();
  }
  await database.query('rollback');
});
