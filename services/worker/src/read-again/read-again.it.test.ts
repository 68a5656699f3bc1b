import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestWorld, type TestTicket, type TestWorld } from '../../test/start-test-world.ts';
import { learnFormJob } from '../learn-form/learn-form.job.ts';
import { readTicketJob } from '../read-ticket/read-ticket.job.ts';
import { sweepJob } from '../sweep/sweep.job.ts';
import { beginReadings } from './begin-readings.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world?.close());

/** Tickets of one account that wait for review, and a rereading of them. */
async function makeRereading(
  count: number,
): Promise<{ tickets: TestTicket[]; rereading: { accountId: string; rereadingId: string } }> {
  const tickets: TestTicket[] = [];
  for (let i = 0; i < count; i++) tickets.push(await world.ticket([], tickets[0]));
  const { accountId = '', memberId } = tickets[0] ?? {};
  for (const { ticketId } of tickets) {
    for (const state of ['reading', 'needs_review']) {
      await world.owner.query('update tickets set state = $2 where id = $1', [ticketId, state]);
    }
  }
  const rereadingId = randomUUID();
  await world.owner.query('insert into rereadings (account_id, id, asked_by) values ($1, $2, $3)', [
    accountId,
    rereadingId,
    memberId,
  ]);
  await world.owner.query(
    `insert into rereading_tickets (account_id, rereading_id, ticket_id) select account_id, $2, id from tickets where account_id = $1`,
    [accountId, rereadingId],
  );
  return { tickets, rereading: { accountId, rereadingId } };
}

const statesOf = async ({ accountId }: { accountId: string }) =>
  (
    await world.owner.query<{ state: string; count: number }>(
      'select state, count(*)::integer as count from tickets where account_id = $1 group by 1 order by 1',
      [accountId],
    )
  ).rows;

/** As a reading that is saved. */
const finish = (ticketId: string) =>
  world.owner
    .query(`update tickets set state = 'reading' where id = $1`, [ticketId])
    .then(() => world.owner.query(`update tickets set state = 'needs_review' where id = $1`, [ticketId]));

test('a few at a time are begun, more as those are read, each once, until all are', async () => {
  const { rereading } = await makeRereading(11);
  const first = await beginReadings(world.parts.db, rereading);
  expect(first.map(({ readingNumber }) => readingNumber)).toEqual(Array(8).fill(2));
  expect(await statesOf(rereading)).toEqual([
    { state: 'needs_review', count: 3 },
    { state: 'received', count: 8 },
  ]);
  expect(await beginReadings(world.parts.db, rereading)).toEqual([]);
  for (const { ticketId } of first.slice(0, 2)) await finish(ticketId);
  const second = await beginReadings(world.parts.db, rereading);
  expect(second).toHaveLength(2);
  for (const { ticketId } of [...first.slice(2), ...second]) await finish(ticketId);
  const third = await beginReadings(world.parts.db, rereading);
  expect(third).toHaveLength(1);
  const begun = [...first, ...second, ...third].map(({ ticketId }) => ticketId);
  expect(new Set(begun).size).toBe(11);
  expect(
    await world.owner.query('select finished_at from rereadings where id = $1', [rereading.rereadingId]),
  ).toMatchObject({ rows: [{ finished_at: null }] });
  for (const { ticketId } of third) await finish(ticketId);
  expect(await beginReadings(world.parts.db, rereading)).toEqual([]);
  expect(
    await world.owner.query('select finished_at from rereadings where id = $1', [rereading.rereadingId]),
  ).toMatchObject({ rows: [{ finished_at: expect.any(Date) }] });
});

test('a ticket that was decided meanwhile is left as it is', async () => {
  const { tickets, rereading } = await makeRereading(2);
  await world.owner.query(`update tickets set state = 'approved', approved_at = now() where id = $1`, [
    tickets[0]?.ticketId,
  ]);
  expect(await beginReadings(world.parts.db, rereading)).toEqual([
    { ticketId: tickets[1]?.ticketId, readingNumber: 2 },
  ]);
  const { rows } = await world.owner.query('select is_left_out from rereading_tickets where ticket_id = $1', [
    tickets[0]?.ticketId,
  ]);
  expect(rows).toEqual([{ is_left_out: true }]);
});

test('what was just decided is learned first', async () => {
  const { tickets, rereading } = await makeRereading(2);
  const { ticketId = '' } = tickets[0] ?? {};
  const { accountId } = rereading;
  await world.owner.query('insert into lessons_due (account_id, ticket_id) values ($1, $2)', [accountId, ticketId]);
  expect(await beginReadings(world.parts.db, rereading)).toEqual([]);
  const context = { jobId: 'learn', attempt: 1, isLastAttempt: true, signal: new AbortController().signal };
  await learnFormJob(world.parts)({ accountId, ticketId }, context);
  expect(await world.parts.queue.hasLiveJob('read-again', `again-${rereading.rereadingId}`)).toBe(true);
  expect(await beginReadings(world.parts.db, rereading)).toHaveLength(2);
});

test('one that was stopped begins nothing more', async () => {
  const { rereading } = await makeRereading(2);
  await world.owner.query('update rereadings set stopped_at = now() where id = $1', [rereading.rereadingId]);
  expect(await beginReadings(world.parts.db, rereading)).toEqual([]);
  expect(await statesOf(rereading)).toEqual([{ state: 'needs_review', count: 2 }]);
});

test('the sweep goes on where a job was lost, and so does the end of each reading', async () => {
  const { tickets, rereading } = await makeRereading(1);
  const context = { jobId: 'sweep', attempt: 1, isLastAttempt: true, signal: new AbortController().signal };
  await sweepJob(world.parts)({}, context);
  expect(await world.parts.queue.hasLiveJob('read-again', `again-${rereading.rereadingId}`)).toBe(true);

  const other = await makeRereading(1);
  await beginReadings(world.parts.db, other.rereading);
  const { accountId = '', ticketId = '' } = other.tickets[0] ?? {};
  expect(await world.parts.queue.hasLiveJob('read-again', `again-${other.rereading.rereadingId}`)).toBe(false);
  // it has no photo, so that its reading ends at once
  await readTicketJob(world.parts)({ accountId, ticketId, readingNumber: 2 }, context).catch(() => {});
  expect(await world.parts.queue.hasLiveJob('read-again', `again-${other.rereading.rereadingId}`)).toBe(true);
  expect(tickets).toHaveLength(1);
});
