import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestWorld, type TestWorld } from '../../test/start-test-world.ts';
import { answerHealth } from './answer-health.ts';

let world: TestWorld;
const isWell = { problems: () => [] };

beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world?.close());

test('ready while every part answers and jobs are taken', async () => {
  const server = answerHealth(world.parts, isWell);
  expect((await server.inject('/health/live')).statusCode).toBe(200);
  expect((await server.inject('/health/ready')).json()).toEqual({ status: 'ok' });
});

test('not ready while jobs wait and none is taken, but alive', async () => {
  const problem = 'jobs of "read-ticket" wait and none is taken';
  const server = answerHealth(world.parts, { problems: () => [problem] });
  const answer = await server.inject('/health/ready');
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({ status: 'not ready', problems: [problem] });
  expect((await server.inject('/health/live')).statusCode).toBe(200);
});

test('not ready while a part does not answer, and it says which', async () => {
  await world.parts.db.destroy();
  await rm(world.environment.STORAGE_FOLDER ?? '', { recursive: true });
  const answer = await answerHealth(world.parts, isWell).inject('/health/ready');
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({
    status: 'not ready',
    problems: ['the database does not answer', 'the storage does not answer'],
  });
});
