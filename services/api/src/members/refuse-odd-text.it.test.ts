import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemOf } from '../../test/read-test-answer.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let owner: Person;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.account('Hauling');
});
afterAll(async () => {
  await api?.close();
});

const cursor = (name: string) => Buffer.from(JSON.stringify([name, randomUUID()])).toString('base64url');

const halfCharacter = '\ud800';
const cases: [method: string, path: string, body: object | null][] = [
  ['PATCH', '/v1/me', { name: `Jane${halfCharacter}` }],
  ['PATCH', '/v1/me', { name: 'Jane\u0000' }],
  ['PATCH', '/v1/account', { name: `Hauling${halfCharacter}` }],
  ['PATCH', '/v1/account', { timeZone: '+05:30' }],
  ['POST', '/v1/accounts', { company: `Water${halfCharacter}`, businessUse: true }],
  ['POST', '/v1/invitations', { role: 'crew', reportsTo: null, name: `Jane${halfCharacter}` }],
  ['GET', `/v1/members?search=${encodeURIComponent('a\u0000')}`, null],
  ['GET', `/v1/members?cursor=${cursor('a\u0000')}`, null],
  ['DELETE', '/v1/me/sessions/a%00b', null],
  ['POST', '/v1/auth/sign-in/username', { username: 'a\u0000b', password: 'some password' }],
  ['POST', '/v1/auth/confirm-email', { token: 'a\u0000b' }],
  ['POST', '/v1/auth/reset-password', { token: 'a\u0000b', newPassword: 'mud truck violet' }],
  ['POST', '/v1/auth/passkey/delete-passkey', { id: 'a\u0000b' }],
];

test.each(cases)('%s %s refuses what the database does not keep', async (method, path, body) => {
  const problem = await problemOf(
    owner.fetch(path, {
      method,
      ...(body === null ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    }),
  );
  expect([problem.status, problem.code]).toEqual([400, 'bad_request']);
});

test('signs that take two code units are text like any other', async () => {
  const response = await owner.fetch('/v1/me', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'José 🚚' }),
  });
  expect(response.status).toBe(200);
});
