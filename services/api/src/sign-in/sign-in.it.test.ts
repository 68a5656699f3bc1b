import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meSchema } from '@ticket-pros/contracts/member';
import { Client } from 'pg';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  });

test('a signed-in member learns its place in the account', async () => {
  const owner = await api.account('Hauling');
  const me = await answerOf(meSchema, owner.fetch('/v1/me'));
  expect(me).toMatchObject({ email: owner.email, member: { role: 'owner' }, account: { name: 'Hauling' } });
});

test('a wrong password and an unknown address answer the same', async () => {
  const { email } = await api.account('Water');
  const wrong = await problemOf(signIn(email, 'not the password'));
  const unknown = await problemOf(signIn('nobody@x.example', 'not the password'));
  expect(wrong).toMatchObject({ status: 401, code: 'not_signed_in', detail: 'E-mail or password is wrong.' });
  expect({ ...wrong, requestId: '' }).toEqual({ ...unknown, requestId: '' });
});

test('an unknown address takes as long as a wrong password', async () => {
  const { email } = await api.account('Timed');
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  // In turns, so that whatever else the machine does slows down both.
  for (let round = 0; round < 9; round += 1) {
    for (const kind of ['known', 'unknown'] as const) {
      const person = kind === 'known' ? (await api.account(`Timed ${round}`)).email : `${round}.${email}`;
      const start = performance.now();
      await signIn(person, 'not the password');
      times[kind].push(performance.now() - start);
    }
  }
  const ratio = median(times.known) / median(times.unknown);
  // Without a password to check, an answer comes back in a tenth of the time.
  expect(ratio).toBeGreaterThan(1 / 3);
  expect(ratio).toBeLessThan(3);
});

test('after signing out the session opens nothing', async () => {
  const owner = await api.account('Concrete');
  const out = await owner.fetch('/v1/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.url },
    body: '{}',
  });
  expect(out.status).toBe(200);
  expect((await owner.fetch('/v1/me')).status).toBe(401);
});

test('a member that was deactivated is signed in nowhere', async () => {
  const owner = await api.account('Fuel');
  const driver = await api.member(owner, 'crew');
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  await database.query('update members set is_active = false where id = $1', [driver.scope.memberId]);
  await database.end();
  expect((await driver.fetch('/v1/me')).status).toBe(401);
  expect((await driver.fetch('/v1/tickets')).status).toBe(401);
});

test('nobody can sign up over HTTP, and no other address of the sign-in library is open', async () => {
  for (const path of ['sign-up/email', 'update-user', 'verify-email', 'list-sessions', 'error']) {
    const response = await fetch(`${api.url}/v1/auth/${path}`, { method: 'POST' });
    expect([path, response.status]).toEqual([path, 404]);
  }
});

test('a change asked for by a page of another site is refused', async () => {
  const { email } = await api.account('Oilfield');
  const foreign = await problemOf(signIn(email, 'correct horse battery', { origin: 'https://evil.example' }));
  expect([foreign.status, foreign.code]).toEqual([403, 'wrong_origin']);
});

test('the session cookie is out of reach for scripts and other sites', async () => {
  const { email } = await api.account('Quarry');
  const response = await signIn(email, 'correct horse battery');
  const [cookie] = response.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
});

test('promise TP-9: the password is stored as argon2id, and neither it nor the session token is logged', async () => {
  const owner = await api.account('Logging');
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  const { rows } = await database.query<{ password: string }>('select password from auth."account"');
  await database.end();
  expect(rows.length).toBeGreaterThan(0);
  for (const { password } of rows) expect(password).toMatch(/^\$argon2id\$/);
  const token = owner.cookie.split('=')[1] ?? '';
  expect(token.length).toBeGreaterThan(20);
  expect(api.logged()).not.toContain('correct horse battery');
  expect(api.logged()).not.toContain(token);
});

test('guessing passwords is slowed down', async () => {
  const { email } = await api.account('Guessed');
  const statuses: number[] = [];
  for (let guess = 0; guess < 25; guess += 1) statuses.push((await signIn(email, `guess number ${guess}`)).status);
  expect(statuses.at(-1)).toBe(429);
  expect((await problemOf(signIn(email, 'again'))).code).toBe('too_many_requests');
});
