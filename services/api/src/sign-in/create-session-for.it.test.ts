import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { secondFactorSetUpSchema, signInAnswerSchema } from '@ticket-pros/contracts/sign-in';
import Fastify from 'fastify';
import { openBrowser } from '../../test/open-browser.ts';
import { answerOf } from '../../test/read-test-answer.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { totpCode } from '../../test/totp-code.ts';
import { ensureUser } from '../members/ensure-user.ts';
import { createSessionFor } from './create-session-for.ts';

const password = 'correct horse battery';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

/** What a route answers that signs `userId` in by a link. */
async function openLink(userId: string) {
  const app = Fastify();
  app.get('/', async (request, reply) => createSessionFor({ auth: api.parts.auth, request, reply }, userId));
  const { body, headers } = await app.inject({ url: '/' });
  await app.close();
  return { answer: JSON.parse(body), cookies: [headers['set-cookie'] ?? []].flat() };
}

test('a link signs in, with a session and a device that is known from then on', async () => {
  const { email } = await api.account('Hauling');
  const userId = await ensureUser(api.parts.auth, { name: 'Owner', email, password });
  const { answer, cookies } = await openLink(userId);
  expect(answer).toEqual({ signedIn: true });
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['ticket-pros.session_token', 'ticket-pros.device']);
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  expect(await (await fetch(`${api.url}/v1/me`, { headers: { cookie } })).json()).toMatchObject({ email });
});

test('a link is no second factor: who has one signs in with it', async () => {
  const { email } = await api.account('Water');
  const userId = await ensureUser(api.parts.auth, { name: 'Owner', email, password });
  const browser = openBrowser(api);
  await browser.post('/v1/auth/sign-in/email', { email, password });
  const { totpURI } = await answerOf(secondFactorSetUpSchema, browser.post('/v1/auth/two-factor/enable', { password }));
  const done = browser.post('/v1/auth/two-factor/verify-totp', { code: totpCode(totpURI) });
  expect(await answerOf(signInAnswerSchema, done)).toEqual({ secondFactorNeeded: false });
  expect(await openLink(userId)).toEqual({ answer: { signedIn: false }, cookies: [] });
});
