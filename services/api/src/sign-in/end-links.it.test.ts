import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, openBrowser } from '../../test/open-browser.ts';
import { problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { totpCode } from '../../test/totp-code.ts';

const password = 'correct horse battery';
const newPassword = 'mud truck violet';
const anotherPassword = 'blue gravel winter';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

async function signedIn(email: string): Promise<Browser> {
  const browser = openBrowser(api);
  expect((await browser.post('/v1/auth/sign-in/email', { email, password })).status).toBe(200);
  return browser;
}

async function tokensTo(email: string): Promise<string[]> {
  await api.parts.auth.signIn.background.settled();
  const links = (await mailsTo(api, email)).flatMap((mail) =>
    ['reset-password', 'confirm-new-email'].includes(mail.template) ? mail.links.slice(0, 1) : [],
  );
  return links.map((link) => new URL(link).hash.slice(1));
}

const askForReset = (email: string) => openBrowser(api).post('/v1/auth/request-password-reset', { email });
const reset = (token: string | undefined, typed: string) =>
  openBrowser(api).post('/v1/auth/reset-password', { token, newPassword: typed });
const confirmEmail = (token: string | undefined) => openBrowser(api).post('/v1/auth/confirm-email', { token });

test('a new password ends every link that was asked for under the old one', async () => {
  const { email } = await api.account('Hauling');
  const stranger = `stranger-of-${email}`;
  // Somebody with a session of this person wants the address, so as to ask for a new password later.
  await (await signedIn(email)).post('/v1/auth/change-email', { newEmail: stranger });
  await askForReset(email);
  await askForReset(email);
  const [first, second] = await tokensTo(email);
  expect((await reset(first, newPassword)).status).toBe(200);
  const late = await problemOf(reset(second, anotherPassword));
  expect([late.status, late.code]).toEqual([410, 'link_over']);
  const [taken] = await tokensTo(stranger);
  const wanted = await problemOf(confirmEmail(taken));
  expect([wanted.status, wanted.code]).toEqual([410, 'link_over']);
});

test('so does a password that was changed with the old one', async () => {
  const { email } = await api.account('Water');
  const owner = await signedIn(email);
  await askForReset(email);
  const changed = await owner.post('/v1/auth/change-password', { currentPassword: password, newPassword });
  expect(changed.status).toBe(200);
  const [link] = await tokensTo(email);
  expect((await reset(link, anotherPassword)).status).toBe(410);
});

test('another address ends the links that were sent to the old one', async () => {
  const { email } = await api.account('Concrete');
  const owner = await signedIn(email);
  await askForReset(email);
  const [toOldAddress] = await tokensTo(email);
  await owner.post('/v1/auth/change-email', { newEmail: 'moved@x.example' });
  const [link] = await tokensTo('moved@x.example');
  expect((await confirmEmail(link)).status).toBe(200);
  expect((await reset(toOldAddress, newPassword)).status).toBe(410);
  expect((await owner.fetch('/v1/me')).status).toBe(200);
});

test('a sign-in that waits for its code does not outlive the password that began it', async () => {
  const { email } = await api.account('Sand');
  const owner = await signedIn(email);
  const setUp: unknown = await (await owner.post('/v1/auth/two-factor/enable', { password })).json();
  const app = String(Object(setUp).totpURI);
  await owner.post('/v1/auth/two-factor/verify-totp', { code: totpCode(app) });
  const waiting = await signedIn(email);
  const changed = await owner.post('/v1/auth/change-password', { currentPassword: password, newPassword });
  expect(changed.status).toBe(200);
  const late = await problemOf(waiting.post('/v1/auth/two-factor/verify-totp', { code: totpCode(app, 1) }));
  expect(late.code).toBe('sign_in_expired');
});

test("another person's links stay", async () => {
  const [one, other] = [await api.account('Fuel'), await api.account('Gravel')];
  await askForReset(one.email);
  await askForReset(other.email);
  const [[link], [otherLink]] = [await tokensTo(one.email), await tokensTo(other.email)];
  expect((await reset(link, newPassword)).status).toBe(200);
  expect((await reset(otherLink, newPassword)).status).toBe(200);
});
