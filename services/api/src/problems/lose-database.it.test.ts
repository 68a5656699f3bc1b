import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase } from '@ticket-pros/testing/test-database';
import { Client } from 'pg';
import { problemOf } from '../../test/read-test-answer.ts';
import { type Between, standBetween } from '../../test/stand-between.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let between: Between;
let api: TestApi;
let owner: Person;
beforeAll(async () => {
  const some = await createTestDatabase();
  between = await standBetween(some.urls.app);
  await some.drop();
  api = await startTestApi({ reach: between.through });
  owner = await api.account('Hauling');
});
afterAll(async () => {
  await api?.close();
  between?.close();
});

const signIn = (body: string, type = 'application/json') =>
  fetch(`${api.url}/v1/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': type }, body });

test('a queue connection that breaks is in the log', async () => {
  await api.parts.queue.countWaiting('read-ticket');
  const server = new Client({ connectionString: api.database.urls.owner });
  await server.connect();
  await server.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = $1',
    [new URL(api.database.urls.queue).username],
  );
  await server.end();
  const deadline = Date.now() + 10_000;
  while (!api.logged().includes('a queue connection broke') && Date.now() < deadline) await wait(20);
  expect(api.logged().includes('a queue connection broke')).toBe(true);
});

test('a database that is away is said to be away, and used again when it is back', async () => {
  between.cut();
  const asked = [
    owner.fetch('/v1/me'),
    owner.fetch('/v1/tickets'),
    owner.fetch('/v1/auth/get-session'),
    signIn(JSON.stringify({ email: owner.email, password: 'correct horse battery' })),
  ];
  const problems = await Promise.all(asked.map(problemOf));
  expect(problems.map(({ status, code }) => [status, code])).toEqual(problems.map(() => [503, 'not_ready']));
  between.mend();
  expect((await owner.fetch('/v1/me')).status).toBe(200);
});

test('a lock that is held for too long ends as not ready, with its sentence', async () => {
  const holder = new Client({ connectionString: api.database.urls.owner });
  await holder.connect();
  await holder.query('begin; lock table members in access exclusive mode');
  try {
    const problem = await problemOf(owner.fetch('/v1/me'));
    expect([problem.status, problem.code]).toEqual([503, 'not_ready']);
  } finally {
    await holder.end();
  }
  expect((await owner.fetch('/v1/me')).status).toBe(200);
}, 60_000);

test('a sign-in that is not JSON is refused with what to send', async () => {
  const problem = await problemOf(signIn('email=x', 'text/plain'));
  expect([problem.status, problem.code]).toEqual([400, 'bad_request']);
  expect(problem.detail).toMatch(/application\/json/);
});
