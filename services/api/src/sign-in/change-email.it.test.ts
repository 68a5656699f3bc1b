import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type Browser, openBrowser } from '../../test/open-browser.ts';
import { problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

const password = 'correct horse battery';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

async function signIn(email: string): Promise<{ browser: Browser; status: number }> {
  const browser = openBrowser(api);
  return { browser, status: (await browser.post('/v1/auth/sign-in/email', { email, password })).status };
}

async function mailed(email: string) {
  await api.parts.auth.signIn.background.settled();
  return mailsTo(api, email);
}

async function askFor(browser: Browser, newEmail: string): Promise<string> {
  expect((await browser.post('/v1/auth/change-email', { newEmail })).status).toBe(200);
  const link = (await mailed(newEmail)).at(-1)?.links[0] ?? '';
  expect(new URL(link).pathname).toBe('/confirm-email');
  return new URL(link).hash.slice(1);
}

test('another address holds once its link was opened, and the old one is told', async () => {
  const { email } = await api.account('Hauling');
  const { browser } = await signIn(email);
  const token = await askFor(browser, 'New.Owner@x.example');
  expect((await signIn(email)).status).toBe(200);

  const elsewhere = openBrowser(api);
  expect((await elsewhere.post('/v1/auth/confirm-email', { token })).status).toBe(200);
  expect((await elsewhere.fetch('/v1/me')).status).toBe(401);
  expect((await signIn(email)).status).toBe(401);
  expect((await signIn('new.owner@x.example')).status).toBe(200);
  expect(await (await browser.fetch('/v1/me')).json()).toMatchObject({ email: 'new.owner@x.example' });
  const [notice] = (await mailed(email)).filter(({ template }) => template === 'email-changed-notice');
  expect(notice?.text).toMatch(/now uses another address/);
  expect(notice?.text).not.toContain('new.owner@x.example');

  const again = await problemOf(elsewhere.post('/v1/auth/confirm-email', { token }));
  expect([again.status, again.code]).toEqual([410, 'link_over']);
});

test("somebody else's address answers like a free one, and nothing is sent there", async () => {
  const { email } = await api.account('Water');
  const taken = (await api.account('Concrete')).email;
  const { browser } = await signIn(email);
  const answers = await Promise.all(
    [taken, 'free@x.example'].map(async (newEmail) => {
      const response = await browser.post('/v1/auth/change-email', { newEmail });
      return [response.status, await response.text()];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(await mailed(taken)).toEqual([]);
  expect(await mailed('free@x.example')).toHaveLength(1);
});

test('of two people who want an address, the first to open the link gets it', async () => {
  const [first, second] = [await api.account('Fuel'), await api.account('Sand')];
  const tokens = [
    await askFor((await signIn(first.email)).browser, 'wanted@x.example'),
    await askFor((await signIn(second.email)).browser, 'wanted@x.example'),
  ];
  expect((await openBrowser(api).post('/v1/auth/confirm-email', { token: tokens[1] })).status).toBe(200);
  const late = await problemOf(openBrowser(api).post('/v1/auth/confirm-email', { token: tokens[0] }));
  expect(late.code).toBe('link_over');
  expect((await signIn(first.email)).status).toBe(200);
});

test('it wants a session, and a fresh proof of who it is', async () => {
  const { email } = await api.account('Oilfield');
  const stranger = await problemOf(openBrowser(api).post('/v1/auth/change-email', { newEmail: 'a@x.example' }));
  expect([stranger.status, stranger.code]).toEqual([401, 'not_signed_in']);
  const { browser } = await signIn(email);
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  await database.query(`update auth."session" set "confirmedAt" = now() - interval '16 minutes'`);
  await database.end();
  const stale = await problemOf(browser.post('/v1/auth/change-email', { newEmail: 'a@x.example' }));
  expect([stale.status, stale.code]).toEqual([403, 'confirm_first']);
});
