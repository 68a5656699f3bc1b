import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { startTestWorld, type TestWorld } from '../test/start-test-world.ts';

// Reading takes seconds of a processor that other tests want as well.
jest.setTimeout(120_000);

let world: TestWorld;
let photo: Buffer;
const children: ChildProcess[] = [];

beforeAll(async () => {
  photo = await readFile(new URL('../../../packages/testing/fixtures/tickets/quarry-load-01.jpg', import.meta.url));
  world = await startTestWorld();
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});
afterAll(() => world?.close());

/** The worker as it runs in production: a process of its own, started from its environment. */
function startProcess() {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url))], {
    env: { ...world.environment, PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.push(child);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return {
    child,
    async until(text: string) {
      const end = Date.now() + 60_000;
      while (!output.includes(text)) {
        if (Date.now() > end || child.exitCode !== null) throw new Error(`no ${text} in\n${output}`);
        await new Promise((next) => setTimeout(next, 10));
      }
    },
    output: () => output,
  };
}

test('a worker that is killed in the middle of a reading loses nothing: the next one saves it, once', async () => {
  const first = startProcess();
  await first.until('worker ready');
  const ticket = await world.ticket([photo]);
  await world.enqueue(ticket);
  await first.until('"step":"make derivatives"');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const { rows } = await world.owner.query('select state from tickets where id = $1', [ticket.ticketId]);
  expect(rows).toEqual([{ state: 'reading' }]);

  const second = startProcess();
  await second.until('worker ready');
  await world.untilState(ticket, 'needs_review');
  const readings = await world.owner.query('select number from readings where ticket_id = $1', [ticket.ticketId]);
  expect(readings.rows).toEqual([{ number: 1 }]);
});

test.each(['SIGTERM', 'disconnect'])('on %s the worker finishes its reading and ends by itself', async (way) => {
  const worker = startProcess();
  await worker.until('worker ready');
  const ticket = await world.ticket([photo]);
  await world.enqueue(ticket);
  await worker.until('"step":"load images"');
  if (way === 'SIGTERM') worker.child.kill('SIGTERM');
  else worker.child.disconnect();
  const [code] = await once(worker.child, 'exit');
  expect(code).toBe(0);
  expect(worker.output()).toContain('worker closed');
  const { rows } = await world.owner.query('select state, reading_starts from tickets where id = $1', [
    ticket.ticketId,
  ]);
  // Read to its end, or handed back as it was where the machine is slow.
  expect([
    { state: 'needs_review', reading_starts: 1 },
    { state: 'received', reading_starts: 0 },
  ]).toContainEqual(rows[0]);
});

test('settings that are not right end the process with a list of what is missing', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url))], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  children.push(child);
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(errors).toMatch(/DATABASE_WORKER_URL: is missing/);
});
