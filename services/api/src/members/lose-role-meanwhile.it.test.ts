import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import sharp from 'sharp';
import { asDatabaseOwner } from '../../test/invite-test-people.ts';
import { problemOf } from '../../test/read-test-answer.ts';
import { storeTicket } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let first: Person;
let crew: Person;
beforeAll(async () => {
  api = await startTestApi();
  first = await api.account('Hauling');
  crew = await api.member(first, 'crew');
  const image = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#234567' } })
    .png()
    .toBuffer();
  await storeTicket(crew, { images: [image] });
});
afterAll(async () => {
  await api?.close();
});

/** Lets a request wait for a lock that is held here, and changes who asks before it goes on. */
async function changeMeanwhile(asking: Person, lock: string, change: string, request: () => Promise<Response>) {
  const holder = new Client({ connectionString: api.database.urls.owner });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(lock, [asking.scope.accountId]);
    const answer = request();
    for (let blocked = 0; blocked === 0; await wait(20)) {
      const { rows } = await holder.query<{ blocked: number }>(
        `select count(*)::integer as blocked from pg_stat_activity
         where datname = current_database() and pg_backend_pid() = any (pg_blocking_pids(pid))`,
      );
      blocked = rows[0]?.blocked ?? 0;
    }
    await holder.query(change, [asking.scope.memberId]);
    await holder.query('commit');
    return await problemOf(answer);
  } finally {
    await holder.end();
  }
}

const lockAccount = 'select 1 from accounts where id = $1 for update';
const lockTickets = 'select 1 from tickets where account_id = $1 for update';
const demote = `update members set role = 'office' where id = $1`;
const send = (person: Person, method: string, path: string, body: object) =>
  person.fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const countEvents = async () => {
  const rows = await asDatabaseOwner<{ count: number }>(
    api,
    `select count(*)::integer as count from audit_events where account_id = $1 and action like 'member.%'`,
    [first.scope.accountId],
  );
  return rows[0]?.count;
};

const requests: [what: string, lock: string, ask: (owner: Person) => Promise<Response>][] = [
  ['changes', lockAccount, (owner) => send(owner, 'PATCH', `/v1/members/${crew.scope.memberId}`, { name: 'Other' })],
  ['deactivates', lockAccount, (owner) => send(owner, 'POST', `/v1/members/${crew.scope.memberId}/deactivate`, {})],
  [
    'adds',
    lockAccount,
    (owner) => send(owner, 'POST', '/v1/members', { name: 'New', signInName: 'new', role: 'crew', reportsTo: null }),
  ],
  [
    'hands over the tickets of',
    lockTickets,
    (owner) =>
      send(owner, 'POST', `/v1/members/${crew.scope.memberId}/hand-over`, { toMemberId: first.scope.memberId }),
  ],
];

test.each(requests)(
  'who loses the role while waiting %s nobody, and no event says otherwise',
  async (_what, lock, ask) => {
    const asking = await api.member(first, 'owner');
    const before = await countEvents();
    const problem = await changeMeanwhile(asking, lock, demote, () => ask(asking));
    expect([problem.status, problem.code]).toEqual([403, 'not_allowed']);
    expect(await countEvents()).toBe(before);
    expect((await crew.fetch('/v1/me')).status).toBe(200);
  },
);

test('a member who is deactivated while its request waits is told to sign in', async () => {
  const leaving = await api.member(first, 'crew');
  const lockMembers = 'select 1 from members where account_id = $1 for update';
  const deactivate = 'update members set is_active = false where id = $1';
  const rename = () => send(leaving, 'PATCH', '/v1/me', { name: 'Gone' });
  const problem = await changeMeanwhile(leaving, lockMembers, deactivate, rename);
  expect([problem.status, problem.code]).toEqual([401, 'not_signed_in']);
});
