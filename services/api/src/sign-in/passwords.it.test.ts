import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type Browser, openBrowser } from '../../test/open-browser.ts';
import { problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { foundAccount } from '../members/found-account.ts';
import { chooseMember } from './change-session.ts';

const password = 'correct horse battery';
const newPassword = 'mud truck violet';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

async function signIn(email: string, typed = password): Promise<Browser> {
  const browser = openBrowser(api);
  await browser.post('/v1/auth/sign-in/email', { email, password: typed });
  return browser;
}

const isSignedIn = async (browser: Browser) => (await browser.fetch('/v1/me')).status === 200;

async function sessionOf(email: string, { cookies }: Browser) {
  const { internalAdapter } = await api.parts.auth.$context;
  const [cookie = ''] = cookies.values();
  const sessionToken = decodeURIComponent(cookie).split('.')[0] ?? '';
  const found = await internalAdapter.findSession(sessionToken);
  expect(found?.user.email).toBe(email);
  return { userId: found?.user.id ?? '', sessionToken };
}

async function mailed(email: string, subject: RegExp) {
  await api.parts.auth.signIn.background.settled();
  return (await mailsTo(api, email)).filter((mail) => subject.test(mail.subject));
}

async function resetToken(email: string): Promise<string> {
  await openBrowser(api).post('/v1/auth/request-password-reset', { email });
  const link = (await mailed(email, /Set a new password/)).at(-1)?.links[0] ?? '';
  expect(new URL(link).pathname).toBe('/reset-password');
  return new URL(link).hash.slice(1);
}

test('a changed password ends every other session, and this one stays in its place', async () => {
  const owner = await api.account('Hauling');
  const [here, there] = [await signIn(owner.email), await signIn(owner.email)];
  const { userId, sessionToken } = await sessionOf(owner.email, here);
  const second = await foundAccount(api.parts.db, {
    company: 'Second',
    ownerUserId: userId,
    ownerName: 'Owner',
    attestedAt: new Date(),
  });
  await chooseMember(api.parts.auth, sessionToken, second.memberId);
  const wrong = await problemOf(
    here.post('/v1/auth/change-password', { currentPassword: 'not the password', newPassword }),
  );
  expect([wrong.status, wrong.code]).toEqual([422, 'wrong_password']);
  expect(await isSignedIn(there)).toBe(true);
  const done = await here.post('/v1/auth/change-password', { currentPassword: password, newPassword });
  expect([done.status, await done.json()]).toEqual([200, { success: true }]);
  expect(await (await here.fetch('/v1/me')).json()).toMatchObject({ email: owner.email, account: { name: 'Second' } });
  expect(await isSignedIn(there)).toBe(false);
  expect(await isSignedIn(await signIn(owner.email))).toBe(false);
  expect(await isSignedIn(await signIn(owner.email, newPassword))).toBe(true);
  expect(await mailed(owner.email, /Your password was changed/)).toHaveLength(1);
});

test('a weak password is refused with what to do, where it is changed and where it is reset', async () => {
  const owner = await api.account('Red River Water');
  const browser = await signIn(owner.email);
  const own = ['Red River Water', owner.email, owner.email.toUpperCase()];
  for (const weak of ['too short', 'qwertyuiop', 'aaaaaaaaaa', ...own]) {
    const problem = await problemOf(
      browser.post('/v1/auth/change-password', { currentPassword: password, newPassword: weak }),
    );
    expect([weak, problem.status, problem.code]).toEqual([weak, 422, 'weak_password']);
    expect(problem.detail).toMatch(/Choose/);
  }
  const token = await resetToken(owner.email);
  for (const weak of ['qwertyuiop', 'redriverwater']) {
    const problem = await problemOf(browser.post('/v1/auth/reset-password', { token, newPassword: weak }));
    expect([weak, problem.code]).toEqual([weak, 'weak_password']);
  }
  expect((await browser.post('/v1/auth/reset-password', { token, newPassword })).status).toBe(200);
});

test('better-auth itself refuses a weak password too, whoever calls it', async () => {
  const owner = await api.account('Sand');
  const browser = await signIn(owner.email);
  const headers = new Headers({ cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const body = { currentPassword: password, newPassword: 'qwertyuiop' };
  await expect(api.parts.auth.api.changePassword({ body, headers })).rejects.toMatchObject({ code: 'weak_password' });
});

test('a link in a mail sets a new password once, and ends every session', async () => {
  const owner = await api.account('Concrete');
  const browser = await signIn(owner.email);
  const token = await resetToken(owner.email);
  expect((await openBrowser(api).post('/v1/auth/reset-password', { token, newPassword })).status).toBe(200);
  expect(await isSignedIn(browser)).toBe(false);
  expect(await isSignedIn(await signIn(owner.email, newPassword))).toBe(true);
  const again = await problemOf(
    openBrowser(api).post('/v1/auth/reset-password', { token, newPassword: 'another violet truck' }),
  );
  expect([again.status, again.code]).toEqual([410, 'link_over']);
  expect(await mailed(owner.email, /Your password was changed/)).toHaveLength(1);
});

test('asking for a new password answers alike whether or not there is somebody', async () => {
  const { email } = await api.account('Fuel');
  const ask = async (address: string) => {
    const response = await openBrowser(api).post('/v1/auth/request-password-reset', { email: address });
    const headers = [...response.headers].filter(([name]) => !['date', 'x-ratelimit-remaining'].includes(name));
    return { status: response.status, headers, body: await response.text() };
  };
  const known = await ask(email);
  expect(known).toEqual(await ask('nobody@x.example'));
  expect(known.status).toBe(200);
  expect(await mailed(email, /Set a new password/)).toHaveLength(1);
  expect(await mailed('nobody@x.example', /./)).toEqual([]);
});

test('nobody can have mail after mail sent to somebody, known or not', async () => {
  const { email } = await api.account('Oilfield');
  for (const address of [email, 'nobody-at-all@x.example']) {
    const statuses: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      statuses.push((await openBrowser(api).post('/v1/auth/request-password-reset', { email: address })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  }
  expect(await mailed(email, /Set a new password/)).toHaveLength(3);
});

test('the database knows links by their hash alone', async () => {
  const { email } = await api.account('Hash');
  const token = await resetToken(email);
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  const { rows } = await database.query<{ row: string }>('select v::text as row from auth."verification" v');
  await database.end();
  expect(token.length).toBeGreaterThan(20);
  expect(rows.length).toBeGreaterThan(0);
  for (const { row } of rows) expect(row).not.toContain(token);
});

test('a made-up link is refused', async () => {
  const problem = await problemOf(openBrowser(api).post('/v1/auth/reset-password', { token: 'made-up', newPassword }));
  expect([problem.status, problem.code]).toEqual([410, 'link_over']);
});

test('no password, link or session of these tests is in the log', async () => {
  const owner = await api.account('Canary');
  const token = await resetToken(owner.email);
  await openBrowser(api).post('/v1/auth/reset-password', { token, newPassword: 'canary in the log' });
  const browser = await signIn(owner.email, 'canary in the log');
  await signIn(owner.email, 'a wrong canary password');
  await api.parts.auth.signIn.background.settled();
  const secrets = ['canary in the log', 'a wrong canary password', token, owner.email, ...browser.cookies.values()];
  for (const secret of [...secrets, password, newPassword]) expect(api.logged()).not.toContain(secret);
});
