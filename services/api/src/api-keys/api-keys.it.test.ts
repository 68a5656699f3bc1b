import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ApiKeyScope, apiKeyListSchema, apiKeySchema, madeApiKeySchema } from '@ticket-pros/contracts/api-key';
import { auditPageSchema } from '@ticket-pros/contracts/audit';
import { Client } from 'pg';
import sharp from 'sharp';
import { answerOf, pageOf, problemOf } from '../../test/read-test-answer.ts';
import { storeTicket } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let database: Client;
let owner: Person;
let contractor: Person;
let below: Person;
let beside: Person;
let stranger: Person;

beforeAll(async () => {
  api = await startTestApi();
  database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  owner = await api.account('Hauling');
  contractor = await api.member(owner, 'crew');
  below = await api.member(owner, 'crew', contractor);
  beside = await api.member(owner, 'crew');
  stranger = await api.account('Other company');
  let shade = 0;
  for (const person of [contractor, below, beside, stranger]) {
    shade += 1;
    const image = await sharp({ create: { width: 80, height: 80, channels: 3, background: { r: shade, g: 1, b: 2 } } })
      .png()
      .toBuffer();
    await storeTicket(person, { images: [image] });
  }
});
afterAll(async () => {
  await database?.end();
  await api?.close();
});

type Wishes = { scopes?: ApiKeyScope[]; expiresInDays?: number; requestsPerMinute?: number; name?: string };

function ask(person: Person, member: Person, { scopes = ['tickets.read'], expiresInDays = 30, ...more }: Wishes = {}) {
  return person.fetch('/v1/api-keys', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Books', scopes, memberId: member.scope.memberId, expiresInDays, ...more }),
  });
}

async function make(member: Person, wishes: Wishes = {}): Promise<{ id: string; secret: string }> {
  const { apiKey, secret } = await answerOf(madeApiKeySchema, ask(owner, member, wishes));
  return { id: apiKey.id, secret };
}

const withKey = (secret: string, path = '/v1/tickets', init: RequestInit = {}) =>
  fetch(api.url + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${secret}` } });

async function refusal(response: Response | Promise<Response>): Promise<[number, string]> {
  const answer = await response;
  return [answer.status, (await problemOf(answer)).code];
}

test('a key is shown once, and acts for its member: no more than that member sees', async () => {
  const response = await ask(owner, contractor, { name: 'Dispatch', requestsPerMinute: 600 });
  expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'no-store']);
  const { apiKey, secret } = await answerOf(madeApiKeySchema, response);
  expect(secret).toMatch(/^tp_[A-Za-z0-9_-]{43}$/);
  expect(apiKey).toMatchObject({
    name: 'Dispatch',
    hint: secret.slice(-4),
    scopes: ['tickets.read'],
    member: { id: contractor.scope.memberId },
    requestsPerMinute: 600,
    lastUsedAt: null,
    revokedAt: null,
  });
  const days = (Date.parse(apiKey.expiresAt) - Date.parse(apiKey.createdAt)) / 86_400_000;
  expect(days).toBeCloseTo(30, 1);

  const own = await pageOf(contractor.fetch('/v1/tickets'));
  expect(own.tickets).toHaveLength(2);
  expect(await pageOf(withKey(secret))).toEqual(own);

  const { apiKeys } = await answerOf(apiKeyListSchema, owner.fetch('/v1/api-keys'));
  const listed = apiKeys.find(({ id }) => id === apiKey.id);
  expect(listed?.lastUsedAt).not.toBeNull();
  expect(JSON.stringify(apiKeys)).not.toContain(secret.slice(3, 30));
});

test('what a key does stands in the log with the key and its member; what was done to keys as well', async () => {
  const { id, secret } = await make(owner, { scopes: ['audit.read', 'tickets.read'], name: 'Auditor' });
  await (await withKey(secret, '/v1/exports/tickets.json')).text();
  const { events } = await answerOf(auditPageSchema, withKey(secret, '/v1/audit?limit=2'));
  expect(events).toMatchObject([
    { action: 'ticket.exported', actor: 'api_key', apiKeyId: id, member: { id: owner.scope.memberId } },
    { action: 'api_key.made', actor: 'member', subject: { kind: 'api_key', id, name: 'Auditor' }, apiKeyId: null },
  ]);
  expect(events[1]?.payload).toMatchObject({ scopes: ['audit.read', 'tickets.read'], expiresInDays: 30 });
});

test('a revoked key opens nothing at once; revoking again changes nothing', async () => {
  const { id, secret } = await make(contractor);
  expect((await withKey(secret)).status).toBe(200);
  const revoke = () => answerOf(apiKeySchema, owner.fetch(`/v1/api-keys/${id}`, { method: 'DELETE' }));
  const first = await revoke();
  expect(first.revokedAt).not.toBeNull();
  expect(await refusal(withKey(secret))).toEqual([401, 'not_signed_in']);
  expect(await revoke()).toEqual(first);
  const { events } = await answerOf(auditPageSchema, owner.fetch(`/v1/audit?subjectId=${id}`));
  expect(events.map(({ action }) => action)).toEqual(['api_key.revoked', 'api_key.made']);
});

test.each([
  ['unknown', () => `tp_${'a'.repeat(43)}`],
  ['empty', () => ''],
  ['of another form', () => 'secret'],
  ['too long', () => `tp_${'a'.repeat(44)}`],
  ['with a quote', () => `tp_${"'".repeat(43)}`],
])('a key that is %s opens nothing', async (_how, secret) => {
  expect(await refusal(withKey(secret()))).toEqual([401, 'not_signed_in']);
});

test('an expired key opens nothing, nor one whose member was deactivated, and neither notes a use', async () => {
  const expired = await make(contractor);
  const driver = await api.member(owner, 'crew');
  const orphaned = await make(driver);
  expect([(await withKey(expired.secret)).status, (await withKey(orphaned.secret)).status]).toEqual([200, 200]);
  await database.query(
    `update api_keys set created_at = now() - interval '31 days', expires_at = now() - interval '1 second',
       last_used_at = now() - interval '1 hour' where id = $1`,
    [expired.id],
  );
  await database.query('update members set is_active = false where id = $1', [driver.scope.memberId]);
  await database.query(`update api_keys set last_used_at = now() - interval '1 hour' where id = $1`, [orphaned.id]);
  for (const { secret } of [expired, orphaned]) expect(await refusal(withKey(secret))).toEqual([401, 'not_signed_in']);
  const { rows } = await database.query<{ fresh: boolean }>(
    `select last_used_at > now() - interval '30 minutes' as fresh from api_keys where id = any ($1)`,
    [[expired.id, orphaned.id]],
  );
  expect(rows).toEqual([{ fresh: false }, { fresh: false }]);

  await database.query('update members set is_active = true where id = $1', [driver.scope.memberId]);
  expect((await withKey(orphaned.secret)).status).toBe(401);
});

test('a key opens only what its scopes name, and never what no scope names', async () => {
  const { secret } = await make(owner, { scopes: ['tickets.read'] });
  for (const path of ['/v1/audit', '/v1/api-keys', '/v1/privacy-requests', '/v1/members']) {
    expect([path, await refusal(withKey(secret, path))]).toEqual([path, [403, 'not_allowed']]);
  }
  const made = await withKey(secret, '/v1/api-keys', { method: 'POST', body: '{}' });
  expect(await refusal(made)).toEqual([403, 'not_allowed']);
  const crewKey = await make(contractor, { scopes: ['audit.read'] });
  expect(await refusal(withKey(crewKey.secret, '/v1/audit'))).toEqual([403, 'not_allowed']);
});

test('beyond its limit a key is told how long to wait; other keys go on', async () => {
  const slow = await make(contractor, { requestsPerMinute: 2 });
  const other = await make(contractor);
  const answers: Response[] = [];
  for (let count = 0; count < 6; count += 1) answers.push(await withKey(slow.secret));
  const refused = answers.filter(({ status }) => status === 429);
  // Six requests lie in two windows of a minute at the most, each of which lets two through.
  expect(refused.length).toBeGreaterThanOrEqual(2);
  expect(answers.filter(({ status }) => status === 200).length).toBe(6 - refused.length);
  for (const answer of refused) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await problemOf(answer)).code).toBe('too_many_requests');
  }
  expect((await withKey(other.secret)).status).toBe(200);
});

test('a session that comes along with a key counts for nothing, whether the key is right or wrong', async () => {
  const { secret } = await make(contractor);
  const both = (authorization: string) => owner.fetch('/v1/tickets', { headers: { authorization } });
  expect((await pageOf(both(`Bearer ${secret}`))).tickets).toHaveLength(2);
  expect((await pageOf(both(`bearer ${secret}`))).tickets).toHaveLength(2);
  expect(await refusal(both(`Bearer tp_${'b'.repeat(43)}`))).toEqual([401, 'not_signed_in']);
  expect(await refusal(both('Bearer'))).toEqual([401, 'not_signed_in']);
  expect((await pageOf(both('Basic b3duZXI6eA=='))).tickets).toHaveLength(3);
});

test('owners alone see, make and revoke keys, for active members of their own account, after proving who they are', async () => {
  const { id } = await make(contractor);
  for (const person of [contractor, below]) {
    expect(await refusal(person.fetch('/v1/api-keys'))).toEqual([403, 'not_allowed']);
    expect(await refusal(ask(person, person))).toEqual([403, 'not_allowed']);
    expect(await refusal(person.fetch(`/v1/api-keys/${id}`, { method: 'DELETE' }))).toEqual([403, 'not_allowed']);
  }
  expect((await answerOf(apiKeyListSchema, stranger.fetch('/v1/api-keys'))).apiKeys).toEqual([]);
  const foreign = await problemOf(stranger.fetch(`/v1/api-keys/${id}`, { method: 'DELETE' }));
  const unknown = await problemOf(stranger.fetch(`/v1/api-keys/${crypto.randomUUID()}`, { method: 'DELETE' }));
  expect({ ...foreign, requestId: '' }).toEqual({ ...unknown, requestId: '' });
  expect(await refusal(ask(owner, stranger))).toEqual([404, 'not_found']);

  const gone = await api.member(owner, 'crew');
  await database.query('update members set is_active = false where id = $1', [gone.scope.memberId]);
  expect(await refusal(ask(owner, gone))).toEqual([404, 'not_found']);
  for (const wishes of [{ expiresInDays: 366 }, { scopes: [] }, { requestsPerMinute: 0 }, { name: '' }]) {
    expect(await refusal(ask(owner, contractor, wishes))).toEqual([400, 'bad_request']);
  }

  await database.query(
    `update auth."session" set "confirmedAt" = now() - interval '20 minutes'
     where "userId" = (select user_id from members where id = $1)`,
    [owner.scope.memberId],
  );
  expect(await refusal(ask(owner, contractor))).toEqual([403, 'confirm_first']);
  await database.query(
    `update auth."session" set "confirmedAt" = now() where "userId" = (select user_id from members where id = $1)`,
    [owner.scope.memberId],
  );
});

test('promise TP-3: raw SQL under the API role gives keys to owners alone, and a revoked one stays revoked', async () => {
  const { id } = await make(contractor);
  await owner.fetch(`/v1/api-keys/${id}`, { method: 'DELETE' });
  const app = new Client({ connectionString: api.database.urls.app });
  await app.connect();
  const as = (person: Person) =>
    app.query(`select set_config('app.account_id', $1, false), set_config('app.member_id', $2, false)`, [
      person.scope.accountId,
      person.scope.memberId,
    ]);
  try {
    for (const person of [contractor, stranger]) {
      await as(person);
      expect((await app.query('select id from api_keys')).rows).toEqual([]);
      expect((await app.query('update api_keys set revoked_at = now()')).rowCount).toBe(0);
    }
    await as(owner);
    expect((await app.query('update api_keys set revoked_at = null where id = $1', [id])).rowCount).toBe(0);
    await expect(app.query(`update api_keys set expires_at = now() + interval '1 year'`)).rejects.toThrow('permission');
    await expect(app.query(`delete from api_keys`)).rejects.toThrow('permission');
  } finally {
    await app.end();
  }
});

test('the secret is nowhere but in the answer: not in the database, not in the logs', async () => {
  const { secret } = await make(contractor, { name: 'Canary' });
  await withKey(secret);
  await withKey(`${secret.slice(0, -1)}x`);
  await withKey(secret, '/v1/audit');
  const { rows: tables } = await database.query<{ name: string }>(
    `select table_schema || '."' || table_name || '"' as name from information_schema.tables
     where table_schema in ('public', 'auth', 'queue')`,
  );
  let rows = 0;
  for (const { name } of tables) {
    const { rows: texts } = await database.query<{ text: string }>(`select t::text as text from ${name} t`);
    rows += texts.length;
    expect(texts.filter(({ text }) => text.includes(secret.slice(3, 30)))).toEqual([]);
  }
  expect(rows).toBeGreaterThan(20);
  expect(api.logged()).toContain('/v1/audit');
  expect(api.logged()).not.toContain(secret.slice(3, 30));
});
