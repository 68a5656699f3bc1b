import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { secondFactorSetUpSchema } from '@ticket-pros/contracts/sign-in';
import { type Browser, openBrowser } from '../../test/open-browser.ts';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { addMember } from '../members/add-member.ts';
import { createUserWithName } from './create-named-user.ts';
import { resetPassword } from './set-password.ts';

const password = 'mud truck violet';

let api: TestApi;
let owner: Person;
let userId: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.account('Mesa Verde');
  userId = await createUserWithName(api.parts.auth, { name: 'Carlos', signInName: 'Carlos.mvh42', password });
  await addMember(api.parts.db, owner.scope, { userId, role: 'crew', name: 'Carlos', reportsTo: null });
});
afterAll(async () => {
  await api?.close();
});

async function signIn(username: string, typed = password): Promise<{ browser: Browser; response: Response }> {
  const browser = openBrowser(api);
  return { browser, response: await browser.post('/v1/auth/sign-in/username', { username, password: typed }) };
}

test('somebody without e-mail signs in with a name, however it is written', async () => {
  for (const name of ['carlos.mvh42', ' CARLOS.mvh42 ']) {
    const { browser, response } = await signIn(name);
    expect(response.status).toBe(200);
    expect(await (await browser.fetch('/v1/me')).json()).toMatchObject({
      email: null,
      signInName: 'carlos.mvh42',
      member: { name: 'Carlos', role: 'crew' },
    });
  }
});

test('a wrong password, an unknown name and one that can be none answer the same', async () => {
  const answers = await Promise.all(
    ['carlos.mvh42', 'nobody.mvh42', 'ñ', 'x'.repeat(64)].map(async (name) =>
      problemOf((await signIn(name, 'not the password')).response),
    ),
  );
  const [first] = answers;
  expect(first).toMatchObject({ status: 401, code: 'not_signed_in', detail: 'Sign-in name or password is wrong.' });
  for (const answer of answers) expect({ ...answer, requestId: '' }).toEqual({ ...first, requestId: '' });
});

test('a name is given once', async () => {
  const again = { name: 'Another Carlos', signInName: 'CARLOS.mvh42', password };
  await expect(createUserWithName(api.parts.auth, again)).rejects.toMatchObject({ code: 'sign_in_name_taken' });
  const twins = await Promise.allSettled(
    [1, 2].map(() => createUserWithName(api.parts.auth, { name: 'Twin', signInName: 'twin.mvh42', password })),
  );
  expect(twins.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = twins.find((twin) => twin.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'sign_in_name_taken' });
});

test('a weak password is refused', async () => {
  const weak = { name: 'Weak', signInName: 'weak.mvh42', password: 'qwertyuiop' };
  await expect(createUserWithName(api.parts.auth, weak)).rejects.toMatchObject({ code: 'weak_password' });
  const company = { ...weak, password: 'Mesa Verde!', company: 'Mesa Verde!' };
  await expect(createUserWithName(api.parts.auth, company)).rejects.toMatchObject({ code: 'weak_password' });
});

test('their owner gives a new password, which ends their sessions', async () => {
  const { browser } = await signIn('carlos.mvh42');
  await expect(resetPassword(api.parts.auth, userId, '1234567890')).rejects.toMatchObject({ code: 'weak_password' });
  expect((await browser.fetch('/v1/me')).status).toBe(200);
  await resetPassword(api.parts.auth, userId, 'violet mud truck');
  expect((await browser.fetch('/v1/me')).status).toBe(401);
  expect((await signIn('carlos.mvh42')).response.status).toBe(401);
  expect((await signIn('carlos.mvh42', 'violet mud truck')).response.status).toBe(200);
});

test('an authenticator app and a passkey show their sign-in name', async () => {
  const { browser } = await signIn('carlos.mvh42', 'violet mud truck');
  const { totpURI } = await answerOf(
    secondFactorSetUpSchema,
    browser.post('/v1/auth/two-factor/enable', { password: 'violet mud truck' }),
  );
  expect(decodeURIComponent(new URL(totpURI).pathname)).toMatch(/Ticket Pros:carlos\.mvh42$/);
  const options = await (await browser.fetch('/v1/auth/passkey/generate-register-options')).json();
  expect(options).toMatchObject({ user: { name: 'carlos.mvh42', displayName: 'carlos.mvh42' } });
});

test('no mail is ever sent to who has no address', async () => {
  const email = 'carlos.mvh42@no-mail.invalid';
  expect((await openBrowser(api).post('/v1/auth/request-password-reset', { email })).status).toBe(200);
  await api.parts.auth.signIn.background.settled();
  expect(await mailsTo(api, email)).toEqual([]);
});
