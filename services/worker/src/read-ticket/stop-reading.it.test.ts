import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startTestWorld, type TestWorld } from '../../test/start-test-world.ts';
import { readTicketJob } from './read-ticket.job.ts';
import { openReaderPool } from './reader-pool.ts';

// Reading takes seconds of a processor that other tests want as well.
jest.setTimeout(120_000);

let world: TestWorld;
let photo: Buffer;

beforeAll(async () => {
  photo = await readFile(new URL('../../../../packages/testing/fixtures/tickets/quarry-load-01.jpg', import.meta.url));
  world = await startTestWorld();
});
afterAll(() => world?.close());

const stateOf = async (ticketId: string) =>
  (
    await world.owner.query<{ state: string; reading_starts: number; failure_code: string | null }>(
      'select state, reading_starts, failure_code from tickets where id = $1',
      [ticketId],
    )
  ).rows[0];

test('a photo that takes too long fails as a time-out, and its thread is free for the next', async () => {
  const ticket = await world.ticket(Array.from({ length: 20 }, () => photo));
  const pool = openReaderPool({ threads: 1, timeoutMs: 6_000, log: world.parts.log });
  const read = readTicketJob({ ...world.parts, pool });
  const wanted = { accountId: ticket.accountId, ticketId: ticket.ticketId, readingNumber: 1 };
  const { signal } = new AbortController();
  await expect(read(wanted, { jobId: 'slow', attempt: 1, isLastAttempt: false, signal })).rejects.toThrow(/not done/);
  expect(await stateOf(ticket.ticketId)).toEqual({
    state: 'failed',
    reading_starts: 1,
    failure_code: 'reader_timeout',
  });
  expect((await pool.makeDerivatives(photo, signal)).thumbnail.byteLength).toBeGreaterThan(0);
  await pool.close();
});

test('a reading that is stopped half way goes back as it was, and the start does not count', async () => {
  const ticket = await world.ticket([photo]);
  const read = readTicketJob(world.parts);
  const wanted = { accountId: ticket.accountId, ticketId: ticket.ticketId, readingNumber: 1 };
  const stopping = new AbortController();
  const reading = read(wanted, { jobId: 'stopped', attempt: 1, isLastAttempt: true, signal: stopping.signal });
  while (!world.logged().includes('"step":"load images"')) await new Promise((next) => setTimeout(next, 5));
  stopping.abort();
  await expect(reading).rejects.toThrow();
  expect(await stateOf(ticket.ticketId)).toEqual({ state: 'received', reading_starts: 0, failure_code: null });

  const { signal } = new AbortController();
  await read(wanted, { jobId: 'stopped', attempt: 1, isLastAttempt: true, signal });
  expect(await stateOf(ticket.ticketId)).toEqual({ state: 'needs_review', reading_starts: 1, failure_code: null });
});

test('a trouble that may pass is written on the ticket only when the last try failed', async () => {
  const ticket = await world.ticket([photo]);
  const storage = { ...world.parts.storage, getBytes: () => Promise.reject(new Error('the storage is away')) };
  const read = readTicketJob({ ...world.parts, storage });
  const wanted = { accountId: ticket.accountId, ticketId: ticket.ticketId, readingNumber: 1 };
  const { signal } = new AbortController();
  await expect(read(wanted, { jobId: 'away', attempt: 1, isLastAttempt: false, signal })).rejects.toThrow('away');
  expect(await stateOf(ticket.ticketId)).toEqual({ state: 'reading', reading_starts: 1, failure_code: null });
  await expect(read(wanted, { jobId: 'away', attempt: 2, isLastAttempt: true, signal })).rejects.toThrow('away');
  expect(await stateOf(ticket.ticketId)).toEqual({ state: 'failed', reading_starts: 2, failure_code: 'reader_error' });
});
