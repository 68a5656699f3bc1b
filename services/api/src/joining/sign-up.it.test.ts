import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { joinedSchema, signedUpSchema } from '@ticket-pros/contracts/invitation';
import { meSchema } from '@ticket-pros/contracts/member';
import { asDatabaseOwner, goodPassword, tokenIn } from '../../test/invite-test-people.ts';
import { openBrowser } from '../../test/open-browser.ts';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let time = Date.now();
beforeAll(async () => {
  api = await startTestApi({ trustedProxies: 1, now: () => new Date(time) });
});
afterAll(async () => {
  await api?.close();
});

let visitors = 0;
/** A browser somewhere else in the network, so that no test uses up what another may. */
const visit = () => {
  visitors += 1;
  return openBrowser(api, { address: `198.51.100.${visitors}` });
};
const wishOf = (company: string, email: string) => ({
  company,
  businessUse: true,
  name: 'Nina North',
  email,
  password: goodPassword,
});
const confirmationOf = async (email: string) => {
  const mails = await mailsTo(api, email);
  return tokenIn(mails.findLast(({ template }) => template === 'confirm-sign-up')?.links[0]);
};
const accountsCalled = (company: string) =>
  asDatabaseOwner<{ id: string; business_use_attested_at: Date; language: string }>(
    api,
    'select id, business_use_attested_at, language from accounts where name = $1',
    [company],
  );
const usersWith = (email: string) =>
  asDatabaseOwner<{ emailVerified: boolean }>(api, 'select "emailVerified" from auth."user" where email = $1', [email]);

test('promise TP-6: an account is founded with a company name and the time at which business use was attested', async () => {
  const browser = visit();
  const before = time;
  const wish = wishOf('North Hauling', 'Nina@north.example');
  for (const businessUse of [false, undefined]) {
    expect((await problemOf(browser.post('/v1/sign-up', { ...wish, businessUse }))).code).toBe('bad_request');
  }
  expect((await problemOf(browser.post('/v1/sign-up', { ...wish, company: ' ' }))).code).toBe('bad_request');
  const answer = await browser.post('/v1/sign-up', wish);
  expect(answer.status).toBe(202);
  expect(await answerOf(signedUpSchema, answer)).toEqual({ outcome: 'confirm_email' });
  expect(await accountsCalled('North Hauling')).toEqual([]);
  expect(await usersWith('nina@north.example')).toEqual([]);

  // Confirming later does not move the time of the attestation.
  time += 60 * 60_000;
  const token = await confirmationOf('nina@north.example');
  expect(await answerOf(joinedSchema, browser.post('/v1/sign-up/confirm', { token, password: goodPassword }))).toEqual({
    outcome: 'joined',
  });
  const me = await answerOf(meSchema, browser.fetch('/v1/me'));
  expect(me).toMatchObject({
    email: 'nina@north.example',
    member: { name: 'Nina North', role: 'owner', visibility: 'account' },
    account: { name: 'North Hauling', language: 'en' },
  });
  const [account] = await accountsCalled('North Hauling');
  expect(account?.business_use_attested_at.getTime()).toBe(before);
  expect(await usersWith('nina@north.example')).toEqual([{ emailVerified: true }]);
  const events = await asDatabaseOwner<{ action: string; subject_id: string; member_id: string }>(
    api,
    `select action, subject_id, member_id from audit_events where account_id = $1 and action = 'account.founded'`,
    [account?.id],
  );
  expect(events).toEqual([{ action: 'account.founded', subject_id: me.account.id, member_id: me.member.id }]);
  const signIn = { email: 'nina@north.example', password: goodPassword };
  expect((await visit().post('/v1/auth/sign-in/email', signIn)).status).toBe(200);
});

test('who signs up in Spanish gets the mail and the account in Spanish', async () => {
  const browser = visit();
  await browser.post('/v1/sign-up', { ...wishOf('Acarreos', 'ana@acarreos.example'), language: 'es' });
  const [mail] = await mailsTo(api, 'ana@acarreos.example');
  expect(mail?.language).toBe('es');
  await browser.post('/v1/sign-up/confirm', { token: tokenIn(mail?.links[0]), password: goodPassword });
  expect(await accountsCalled('Acarreos')).toMatchObject([{ language: 'es' }]);
});

test('a known and an unknown address are answered alike; only the mail tells', async () => {
  const known = await api.account('Known already');
  const answers: string[] = [];
  for (const email of [known.email, known.email.toUpperCase(), 'new@alike.example']) {
    const response = await visit().post('/v1/sign-up', wishOf('Alike', email));
    answers.push(`${response.status} ${response.headers.getSetCookie().length} ${await response.text()}`);
  }
  expect(new Set(answers).size).toBe(1);
  const mails = await mailsTo(api, known.email);
  expect(mails.map(({ template }) => template)).toEqual(['sign-up-known-address', 'sign-up-known-address']);
  expect((await mailsTo(api, 'new@alike.example')).map(({ template }) => template)).toEqual(['confirm-sign-up']);
  expect(await accountsCalled('Alike')).toEqual([]);
});

test('a stranger who signs up with somebody’s address gets nothing by the click of its reader', async () => {
  await visit().post('/v1/sign-up', wishOf('Trap', 'reader@trap.example'));
  const token = await confirmationOf('reader@trap.example');
  const reader = visit();
  const refused = await problemOf(reader.post('/v1/sign-up/confirm', { token, password: 'the own one of the reader' }));
  expect([refused.code, reader.cookies.size, await usersWith('reader@trap.example')]).toEqual([
    'wrong_password',
    0,
    [],
  ]);
  for (let tries = 1; tries < 10; tries++)
    await reader.post('/v1/sign-up/confirm', { token, password: `guess ${tries}` });
  const late = await problemOf(reader.post('/v1/sign-up/confirm', { token, password: goodPassword }));
  expect(late.code).toBe('too_many_requests');
  time += 60 * 60_000 + 1;
  expect((await reader.post('/v1/sign-up/confirm', { token, password: goodPassword })).status).toBe(200);
});

test('two clicks on the link at once make one account', async () => {
  await visit().post('/v1/sign-up', wishOf('Double', 'double@click.example'));
  const token = await confirmationOf('double@click.example');
  const answers = await Promise.all(
    [1, 2, 3].map(() => visit().post('/v1/sign-up/confirm', { token, password: goodPassword })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  expect(await accountsCalled('Double')).toHaveLength(1);
  expect(await usersWith('double@click.example')).toHaveLength(1);
});

test('a link that was used, is old or never was answers alike', async () => {
  await visit().post('/v1/sign-up', wishOf('Used', 'used@over.example'));
  const used = await confirmationOf('used@over.example');
  expect((await visit().post('/v1/sign-up/confirm', { token: used, password: goodPassword })).status).toBe(200);
  await visit().post('/v1/sign-up', wishOf('Old', 'old@over.example'));
  const old = await confirmationOf('old@over.example');
  await asDatabaseOwner(
    api,
    `update auth."verification" set "expiresAt" = "expiresAt" - interval '24 hours 1 second' where "value" like '%old@over.example%'`,
  );
  const answers: string[] = [];
  for (const token of [used, old, 'a'.repeat(43)]) {
    const { requestId, ...problem } = await problemOf(
      visit().post('/v1/sign-up/confirm', { token, password: goodPassword }),
    );
    answers.push(JSON.stringify(problem));
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('"code":"link_over"');
  expect(await accountsCalled('Old')).toEqual([]);
});

test('of two sign-ups with one address, the second to be confirmed changes nothing', async () => {
  await visit().post('/v1/sign-up', wishOf('First wish', 'two@wishes.example'));
  const first = await confirmationOf('two@wishes.example');
  await visit().post('/v1/sign-up', wishOf('Second wish', 'two@wishes.example'));
  const second = await confirmationOf('two@wishes.example');
  expect(second).not.toBe(first);
  expect((await visit().post('/v1/sign-up/confirm', { token: second, password: goodPassword })).status).toBe(200);
  const late = visit();
  expect((await problemOf(late.post('/v1/sign-up/confirm', { token: first, password: goodPassword }))).code).toBe(
    'link_over',
  );
  expect(late.cookies.size).toBe(0);
  expect(await accountsCalled('First wish')).toEqual([]);
});

test('an address gets three mails an hour, whoever asks, and the answer stays the same', async () => {
  for (const [email, template] of [
    ['often@mails.example', 'confirm-sign-up'],
    [(await api.account('Often')).email, 'sign-up-known-address'],
  ] as const) {
    for (let time = 1; time <= 5; time += 1) {
      const response = await visit().post('/v1/sign-up', wishOf('Often', email));
      expect([response.status, await response.text()]).toEqual([202, '{"outcome":"confirm_email"}']);
    }
    expect((await mailsTo(api, email)).map((mail) => mail.template)).toEqual([template, template, template]);
  }
  time += 61 * 60_000;
  await visit().post('/v1/sign-up', wishOf('Often', 'often@mails.example'));
  expect(await mailsTo(api, 'often@mails.example')).toHaveLength(4);
});

test('one address of the network signs up twenty times an hour', async () => {
  const browser = visit();
  const statuses: number[] = [];
  for (let index = 0; index < 21; index += 1) {
    statuses.push((await browser.post('/v1/sign-up', wishOf('Flood', `flood${index}@x.example`))).status);
  }
  expect(statuses).toEqual([...Array(20).fill(202), 429]);
  expect((await visit().post('/v1/sign-up', wishOf('Flood', 'elsewhere@x.example'))).status).toBe(202);
  time += 61 * 60_000;
  expect((await browser.post('/v1/sign-up', wishOf('Flood', 'later@x.example'))).status).toBe(202);
});

test('a password that is easy to guess is refused, for known addresses too', async () => {
  const { email } = await api.account('Weak');
  for (const address of [email, 'weak@new.example']) {
    const { status, code } = await problemOf(
      visit().post('/v1/sign-up', { ...wishOf('Weak', address), password: 'password123' }),
    );
    expect([status, code]).toEqual([422, 'weak_password']);
  }
});

test('promise TP-9: what waits for confirmation holds the password as argon2id alone, and no token', async () => {
  await visit().post('/v1/sign-up', wishOf('Waiting', 'waiting@x.example'));
  const token = await confirmationOf('waiting@x.example');
  const rows = await asDatabaseOwner<{ text: string }>(api, 'select v::text as text from auth."verification" v');
  const all = rows.map(({ text }) => text).join('\n');
  expect(all).toContain('$argon2id$');
  expect(all).not.toContain(goodPassword);
  expect(all).not.toContain(token);
  for (const secret of [token, goodPassword, 'waiting@x.example']) expect(api.logged()).not.toContain(secret);
});
