import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sessionListSchema } from '@ticket-pros/contracts/sign-in';
import { Client } from 'pg';
import { type Browser, openBrowser } from '../../test/open-browser.ts';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import type { UnusualSignIn } from './sign-in-events.ts';

const password = 'correct horse battery';
const pixel =
  'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';
const desktop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0';
const [american, mexican] = ['8.8.8.8', '189.203.1.1'];
const day = 24 * 60 * 60 * 1000;

let api: TestApi;
let time = new Date();
let unusual: UnusualSignIn[] = [];
beforeAll(async () => {
  api = await startTestApi({
    now: () => time,
    trustedProxies: 1,
    events: { onUnusualSignIn: async (signIn) => void unusual.push(signIn) },
  });
});
afterAll(async () => {
  await api?.close();
});
beforeEach(() => {
  time = new Date();
  unusual = [];
});

async function signIn(email: string, looks: { userAgent?: string; address?: string } = {}): Promise<Browser> {
  const browser = openBrowser(api, looks);
  expect((await browser.post('/v1/auth/sign-in/email', { email, password })).status).toBe(200);
  return browser;
}

const sessionsOf = async (browser: Browser) =>
  (await answerOf(sessionListSchema, browser.fetch('/v1/me/sessions'))).sessions;

async function daysLeft(email: string): Promise<number[]> {
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  const { rows } = await database.query<{ expiresAt: Date }>(
    'select s."expiresAt" from auth."session" s join auth."user" u on u."id" = s."userId" where u."email" = $1',
    [email],
  );
  await database.end();
  return rows.map(({ expiresAt }) => Math.round((expiresAt.getTime() - time.getTime()) / day));
}

test('the list says where somebody is signed in, in words, and hands out nothing to sign in with', async () => {
  const { email } = await api.account('Hauling');
  await signIn(email, { userAgent: pixel, address: american });
  const here = await signIn(email, { userAgent: desktop, address: '10.0.0.1' });
  const sessions = await sessionsOf(here);
  expect(sessions.map(({ device, country, isThisOne }) => [device.browser, device.system, country, isThisOne])).toEqual(
    expect.arrayContaining([
      ['Firefox', 'Windows', null, true],
      ['Chrome', 'Android', 'US', false],
    ]),
  );
  const text = await (await here.fetch('/v1/me/sessions')).text();
  const own = await (await here.fetch('/v1/auth/get-session')).text();
  for (const cookie of here.cookies.values()) {
    const [token = ''] = decodeURIComponent(cookie).split('.');
    expect(text).not.toContain(token);
    expect(own).not.toContain(token);
  }
  expect(text).not.toContain(american);
});

test('a session is ended from another one, and no stranger can end it', async () => {
  const { email } = await api.account('Water');
  const [phone, office] = [await signIn(email), await signIn(email)];
  const lost = (await sessionsOf(phone)).find(({ isThisOne }) => isThisOne)?.id ?? '';
  const stranger = await signIn((await api.account('Concrete')).email);
  const refused = await problemOf(stranger.fetch(`/v1/me/sessions/${lost}`, { method: 'DELETE' }));
  const unknown = await problemOf(stranger.fetch('/v1/me/sessions/unknown', { method: 'DELETE' }));
  expect({ ...refused, requestId: '' }).toEqual({ ...unknown, requestId: '' });
  expect((await phone.fetch('/v1/me')).status).toBe(200);
  expect((await office.fetch(`/v1/me/sessions/${lost}`, { method: 'DELETE' })).status).toBe(204);
  expect((await phone.fetch('/v1/me')).status).toBe(401);
  expect((await office.fetch('/v1/me')).status).toBe(200);
});

test('all other sessions are ended at once', async () => {
  const { email } = await api.account('Fuel');
  const [phone, office] = [await signIn(email), await signIn(email)];
  expect((await office.fetch('/v1/me/sessions', { method: 'DELETE' })).status).toBe(204);
  expect((await phone.fetch('/v1/me')).status).toBe(401);
  expect((await sessionsOf(office)).map(({ isThisOne }) => isThisOne)).toEqual([true]);
});

test('a crew phone stays signed in for 180 days after its last use, everybody else for 14', async () => {
  const owner = await api.account('Sand');
  const crew = await api.member(owner, 'crew');
  expect(await daysLeft(owner.email)).toEqual([14]);
  expect(await daysLeft(crew.email)).toEqual([180]);
  time = new Date(time.getTime() + 10 * day);
  const response = await crew.fetch('/v1/me');
  await owner.fetch('/v1/me');
  expect(await daysLeft(owner.email)).toEqual([14]);
  expect(await daysLeft(crew.email)).toEqual([180]);
  expect(response.headers.getSetCookie().join()).toMatch(/^ticket-pros\.session_token=.*Max-Age=34560000/);
  expect((await crew.fetch('/v1/me')).headers.getSetCookie()).toEqual([]);
});

test('a crew member that gets another role keeps no session of half a year', async () => {
  const owner = await api.account('Gravel');
  const crew = await api.member(owner, 'crew');
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  await database.query(`update members set role = 'office' where id = $1`, [crew.scope.memberId]);
  await database.end();
  time = new Date(time.getTime() + day);
  await crew.fetch('/v1/me');
  expect(await daysLeft(crew.email)).toEqual([14]);
});

test('promise TP-14: a first sign-in is usual; a new device and a new country are told to the member', async () => {
  const owner = await api.account('Oilfield');
  await signIn(owner.email, { userAgent: desktop, address: american });
  await api.parts.auth.signIn.background.settled();
  const { email } = await api.member(owner, 'office');
  await api.parts.auth.signIn.background.settled();
  unusual = [];
  const told = async () => {
    await api.parts.auth.signIn.background.settled();
    return (await mailsTo(api, email)).map(({ text }) => text);
  };
  expect(await told()).toEqual([]);

  const phone = await signIn(email, { userAgent: pixel, address: american });
  const [first = ''] = await told();
  expect(first).toMatch(/Chrome on Android/);
  expect(first).toMatch(/United States/);
  expect(first).not.toContain(american);
  expect(unusual).toMatchObject([{ device: { browser: 'Chrome', system: 'Android' }, region: 'US' }]);

  expect((await phone.post('/v1/auth/sign-in/email', { email, password })).status).toBe(200);
  expect(await told()).toHaveLength(1);

  const abroad = openBrowser(api, { userAgent: pixel, address: mexican });
  for (const [name, value] of phone.cookies) abroad.cookies.set(name, value);
  await abroad.post('/v1/auth/sign-in/email', { email, password });
  expect((await told()).at(-1)).toMatch(/Mexico/);
  expect(unusual.map(({ region }) => region)).toEqual(['US', 'MX']);
});

test('what people do about signing in stands in the audit log of their account', async () => {
  const owner = await api.account('Crane');
  const { email } = await api.member(owner, 'office');
  const browser = await signIn(email, { userAgent: pixel });
  await browser.post('/v1/auth/change-password', { currentPassword: password, newPassword: 'mud truck violet' });
  await browser.post('/v1/auth/sign-in/email', { email, password });
  await browser.post('/v1/auth/sign-out');
  await api.parts.auth.signIn.background.settled();
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  const { rows } = await database.query<{ action: string; actor: string; payload: Record<string, unknown> }>(
    'select action, actor, payload from audit_events where account_id = $1 and subject_id = (select m.id from members m join auth."user" u on u."id" = m.user_id where u."email" = $2)',
    [owner.scope.accountId, email],
  );
  await database.end();
  const told = new Map(rows.map(({ action, actor, payload }) => [action, { actor, payload }]));
  expect([...told.keys()]).toEqual(
    expect.arrayContaining(['sign_in.done', 'sign_in.refused', 'sign_in.ended', 'sign_in.unusual', 'password.changed']),
  );
  expect(told.get('sign_in.refused')?.actor).toBe('nobody');
  expect(JSON.stringify(rows)).not.toContain(password);
});
