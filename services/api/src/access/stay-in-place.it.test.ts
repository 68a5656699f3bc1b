import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meSchema } from '@ticket-pros/contracts/member';
import { invite, postAs } from '../../test/invite-test-people.ts';
import { openBrowser } from '../../test/open-browser.ts';
import { answerOf } from '../../test/read-test-answer.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

async function signIn(email: string) {
  const phone = openBrowser(api);
  await phone.post('/v1/auth/sign-in/email', { email, password: 'correct horse battery' });
  return phone;
}

const companyOf = async ({ fetch }: Pick<Person, 'fetch'>) => (await answerOf(meSchema, fetch('/v1/me'))).account.name;

test('promise TP-3: a phone whose place is gone is signed out, and sends nothing into the other account', async () => {
  const [first, second] = [await api.account('First'), await api.account('Second')];
  const driver = await api.member(first, 'crew');
  const untouched = await signIn(driver.email);
  const { token } = await invite(second);
  expect((await postAs(driver, '/v1/join', { token, as: 'me' })).status).toBe(200);
  expect(await companyOf(driver)).toBe('Second');
  expect(await companyOf(untouched)).toBe('First');

  expect((await postAs(first, `/v1/members/${driver.scope.memberId}/deactivate`, {})).status).toBe(200);
  expect((await untouched.fetch('/v1/me')).status).toBe(401);
  expect(await companyOf(driver)).toBe('Second');
  expect(await companyOf(await signIn(driver.email))).toBe('Second');

  expect((await postAs(first, `/v1/members/${driver.scope.memberId}/reactivate`, {})).status).toBe(200);
  expect(await companyOf(driver)).toBe('Second');
});
