import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { passkeyListSchema } from '@ticket-pros/contracts/sign-in';
import { Client } from 'pg';
import { z } from 'zod';
import { type Browser, openBrowser } from '../../test/open-browser.ts';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { makeAuthenticator } from '../../test/software-authenticator.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

const password = 'correct horse battery';
const optionsSchema = z.looseObject({ challenge: z.string(), userVerification: z.string().optional() });
const place = { origin: 'http://127.0.0.1', rpId: '127.0.0.1' };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

async function signIn(email: string): Promise<Browser> {
  const browser = openBrowser(api);
  expect((await browser.post('/v1/auth/sign-in/email', { email, password })).status).toBe(200);
  return browser;
}

async function add(browser: Browser, authenticator: ReturnType<typeof makeAuthenticator>): Promise<Response> {
  const options = await answerOf(optionsSchema, browser.fetch('/v1/auth/passkey/generate-register-options'));
  const response = authenticator.create(options);
  return browser.post('/v1/auth/passkey/verify-registration', { response, name: 'My phone' });
}

async function use(browser: Browser, authenticator: ReturnType<typeof makeAuthenticator>): Promise<Response> {
  const options = await answerOf(optionsSchema, browser.fetch('/v1/auth/passkey/generate-authenticate-options'));
  expect(options.userVerification).toBe('required');
  return browser.post('/v1/auth/passkey/verify-authentication', { response: authenticator.get(options) });
}

test('a passkey is added, signs in without a password, is listed, and removed', async () => {
  const { email } = await api.account('Hauling');
  const browser = await signIn(email);
  const authenticator = makeAuthenticator(place);
  expect((await add(browser, authenticator)).status).toBe(200);

  const phone = openBrowser(api);
  expect((await use(phone, authenticator)).status).toBe(200);
  expect(await (await phone.fetch('/v1/me')).json()).toMatchObject({ email });

  const [passkey] = await answerOf(passkeyListSchema, phone.fetch('/v1/auth/passkey/list-user-passkeys'));
  expect(passkey).toMatchObject({ name: 'My phone' });
  expect((await phone.post('/v1/auth/passkey/delete-passkey', { id: passkey?.id })).status).toBe(200);
  expect((await problemOf(use(openBrowser(api), authenticator))).code).toBe('passkey_refused');

  await api.parts.auth.signIn.background.settled();
  const told = (await mailsTo(api, email)).map(({ text }) => text).join('\n');
  expect(told).toMatch(/A passkey was added/);
  expect(told).toMatch(/A passkey was removed/);
});

test('a device that does not check its owner is refused, when it is added and when it signs in', async () => {
  const { email } = await api.account('Water');
  const browser = await signIn(email);
  const lax = makeAuthenticator({ ...place, verifiesUser: false });
  expect((await problemOf(add(browser, lax))).code).toBe('passkey_refused');
  expect(await answerOf(passkeyListSchema, browser.fetch('/v1/auth/passkey/list-user-passkeys'))).toEqual([]);
  const strict = makeAuthenticator(place);
  await add(browser, strict);
  const thief = { ...strict, get: strict.getWithoutUser };
  expect((await problemOf(use(openBrowser(api), thief))).code).toBe('passkey_refused');
});

test('a passkey made for another site is refused', async () => {
  const { email } = await api.account('Concrete');
  const browser = await signIn(email);
  const elsewhere = makeAuthenticator({ origin: 'https://evil.example', rpId: 'evil.example' });
  const problem = await problemOf(add(browser, elsewhere));
  expect([problem.status, problem.code]).toEqual([422, 'passkey_refused']);
});

test('an answer to a question of before is refused', async () => {
  const { email } = await api.account('Fuel');
  const authenticator = makeAuthenticator(place);
  await add(await signIn(email), authenticator);
  const browser = openBrowser(api);
  const options = await answerOf(optionsSchema, browser.fetch('/v1/auth/passkey/generate-authenticate-options'));
  const response = authenticator.get(options);
  expect((await browser.post('/v1/auth/passkey/verify-authentication', { response })).status).toBe(200);
  const again = openBrowser(api);
  await again.fetch('/v1/auth/passkey/generate-authenticate-options');
  const replayed = await problemOf(again.post('/v1/auth/passkey/verify-authentication', { response }));
  expect(replayed.code).toBe('passkey_refused');
});

test("somebody else's passkey can't be removed, and answers like none", async () => {
  const { email } = await api.account('Oilfield');
  const owner = await signIn(email);
  await add(owner, makeAuthenticator(place));
  const [passkey] = await answerOf(passkeyListSchema, owner.fetch('/v1/auth/passkey/list-user-passkeys'));
  const stranger = await signIn((await api.account('Quarry')).email);
  const theirs = await problemOf(stranger.post('/v1/auth/passkey/delete-passkey', { id: passkey?.id }));
  const unknown = await problemOf(stranger.post('/v1/auth/passkey/delete-passkey', { id: 'unknown' }));
  expect(theirs).toMatchObject({ status: 404, code: 'not_found' });
  expect({ ...theirs, requestId: '' }).toEqual({ ...unknown, requestId: '' });
  expect(await answerOf(passkeyListSchema, owner.fetch('/v1/auth/passkey/list-user-passkeys'))).toHaveLength(1);
});

test('adding a passkey wants a fresh proof of who it is', async () => {
  const { email } = await api.account('Rental');
  const browser = await signIn(email);
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  await database.query(`update auth."session" set "confirmedAt" = now() - interval '16 minutes'`);
  await database.end();
  const problem = await problemOf(browser.fetch('/v1/auth/passkey/generate-register-options'));
  expect([problem.status, problem.code]).toEqual([403, 'confirm_first']);
  expect((await browser.post('/v1/me/confirm', { password })).status).toBe(200);
  expect((await add(browser, makeAuthenticator(place))).status).toBe(200);
});
