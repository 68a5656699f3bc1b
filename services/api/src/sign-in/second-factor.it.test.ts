import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recoveryCodesSchema, secondFactorSetUpSchema, signInAnswerSchema } from '@ticket-pros/contracts/sign-in';
import { Client } from 'pg';
import { type Browser, openBrowser } from '../../test/open-browser.ts';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { totpCode } from '../../test/totp-code.ts';

const password = 'correct horse battery';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

async function signIn(email: string): Promise<{ browser: Browser; secondFactorNeeded: boolean }> {
  const browser = openBrowser(api);
  const answer = await answerOf(signInAnswerSchema, browser.post('/v1/auth/sign-in/email', { email, password }));
  return { browser, ...answer };
}

/** A new owner with a second factor, whose app showed the code of now already. */
async function setUp(company: string) {
  const { email } = await api.account(company);
  const { browser } = await signIn(email);
  const { totpURI, backupCodes } = await answerOf(
    secondFactorSetUpSchema,
    browser.post('/v1/auth/two-factor/enable', { password }),
  );
  const done = await browser.post('/v1/auth/two-factor/verify-totp', { code: totpCode(totpURI) });
  expect(done.status).toBe(200);
  return { email, browser, totpURI, backupCodes };
}

test('a second factor holds after its first code: every sign-in then wants one', async () => {
  const { email, totpURI } = await setUp('Hauling');
  const { browser, secondFactorNeeded } = await signIn(email);
  expect(secondFactorNeeded).toBe(true);
  expect((await browser.fetch('/v1/me')).status).toBe(401);
  const wrong = await problemOf(browser.post('/v1/auth/two-factor/verify-totp', { code: '000000' }));
  expect([wrong.status, wrong.code]).toEqual([422, 'wrong_code']);
  expect((await browser.fetch('/v1/me')).status).toBe(401);
  const code = totpCode(totpURI, 1).replace(/^.../, '$& ');
  expect((await browser.post('/v1/auth/two-factor/verify-totp', { code })).status).toBe(200);
  expect(await (await browser.fetch('/v1/me')).json()).toMatchObject({ email, hasSecondFactor: true });
});

test('setting it up does nothing before its first code', async () => {
  const { email } = await api.account('Water');
  const { browser } = await signIn(email);
  await answerOf(secondFactorSetUpSchema, browser.post('/v1/auth/two-factor/enable', { password }));
  expect((await problemOf(browser.post('/v1/auth/two-factor/verify-totp', { code: '000000' }))).code).toBe(
    'wrong_code',
  );
  expect((await signIn(email)).secondFactorNeeded).toBe(false);
});

test('sessions that proved a password alone end when a second factor is set up', async () => {
  const { email } = await api.account('Timber');
  const { browser: elsewhere } = await signIn(email);
  const { browser } = await signIn(email);
  const app = await answerOf(secondFactorSetUpSchema, browser.post('/v1/auth/two-factor/enable', { password }));
  await browser.post('/v1/auth/two-factor/verify-totp', { code: '000000' });
  expect((await elsewhere.fetch('/v1/me')).status).toBe(200);
  const code = totpCode(app.totpURI);
  expect((await browser.post('/v1/auth/two-factor/verify-totp', { code })).status).toBe(200);
  expect((await elsewhere.fetch('/v1/me')).status).toBe(401);
  expect((await browser.fetch('/v1/me')).status).toBe(200);
});

test('a code works once', async () => {
  const { email, totpURI } = await setUp('Concrete');
  const code = totpCode(totpURI, 1);
  const { browser } = await signIn(email);
  expect((await browser.post('/v1/auth/two-factor/verify-totp', { code })).status).toBe(200);
  const { browser: onlooker } = await signIn(email);
  expect((await problemOf(onlooker.post('/v1/auth/two-factor/verify-totp', { code }))).code).toBe('wrong_code');
  expect((await onlooker.fetch('/v1/me')).status).toBe(401);
});

test('a recovery code opens once in place of the phone, and its owner is told; new ones end the old', async () => {
  const { email, backupCodes, browser: old } = await setUp('Fuel');
  const [first = '', second = ''] = backupCodes;
  const { browser } = await signIn(email);
  expect((await browser.post('/v1/auth/two-factor/verify-backup-code', { code: first })).status).toBe(200);
  expect((await browser.fetch('/v1/me')).status).toBe(200);
  const again = await signIn(email);
  const used = await problemOf(again.browser.post('/v1/auth/two-factor/verify-backup-code', { code: first }));
  expect(used.code).toBe('wrong_code');
  const anew = await answerOf(recoveryCodesSchema, old.post('/v1/auth/two-factor/generate-backup-codes', { password }));
  expect(anew.backupCodes).not.toContain(second);
  const ended = await problemOf(again.browser.post('/v1/auth/two-factor/verify-backup-code', { code: second }));
  expect(ended.code).toBe('wrong_code');
  await api.parts.auth.signIn.background.settled();
  const told = (await mailsTo(api, email)).map(({ text }) => text).join('\n');
  expect(told).toMatch(/A recovery code was used to sign in/);
  expect(told).toMatch(/second step of your sign-in was turned on/);
});

test('turning it off wants the password', async () => {
  const { email, browser } = await setUp('Oilfield');
  const wrong = await problemOf(browser.post('/v1/auth/two-factor/disable', { password: 'not the password' }));
  expect([wrong.status, wrong.code]).toEqual([422, 'wrong_password']);
  expect((await browser.post('/v1/auth/two-factor/disable', { password })).status).toBe(200);
  expect((await signIn(email)).secondFactorNeeded).toBe(false);
  expect((await problemOf(browser.post('/v1/auth/two-factor/disable', { password }))).code).toBe('second_factor_off');
});

test('a code without a password before it is refused', async () => {
  const stranger = openBrowser(api);
  const problem = await problemOf(stranger.post('/v1/auth/two-factor/verify-totp', { code: '123456' }));
  expect([problem.status, problem.code]).toEqual([401, 'sign_in_expired']);
});

test('codes of one sign-in run out, and wrong ones from anywhere are slowed down', async () => {
  const { email } = await setUp('Quarry');
  const seen = new Set<string>();
  for (let challenge = 0; challenge < 3; challenge += 1) {
    const { browser } = await signIn(email);
    for (let guess = 0; guess < 6; guess += 1) {
      const code = String(900_000 + challenge * 10 + guess);
      seen.add((await problemOf(browser.post('/v1/auth/two-factor/verify-totp', { code }))).code);
    }
  }
  expect([...seen].sort()).toEqual(['too_many_requests', 'wrong_code']);
});

test('secrets of apps and recovery codes lie encrypted in the database, and nothing of them is logged', async () => {
  const { totpURI, backupCodes } = await setUp('Rental');
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  const { rows } = await database.query<{ row: string }>(`select t::text as row from auth."twoFactor" t`);
  await database.end();
  const stored = rows.map(({ row }) => row).join('\n');
  expect(secret.length).toBeGreaterThan(20);
  expect(backupCodes).toHaveLength(10);
  for (const plain of [secret, decodeBase32(secret), ...backupCodes]) {
    expect(stored).not.toContain(plain);
    expect(api.logged()).not.toContain(plain);
  }
});

function decodeBase32(text: string): string {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}
