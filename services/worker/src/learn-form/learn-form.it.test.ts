import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startTestWorld, type TestTicket, type TestWorld } from '../../test/start-test-world.ts';
import { type RunningWorker, startWorker } from '../start-worker.ts';

// Reading takes seconds of a processor that other tests want as well.
jest.setTimeout(120_000);

const sample = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../../../packages/testing/fixtures/tickets/${name}.jpg`, import.meta.url));

let world: TestWorld;
let worker: RunningWorker;
let first: TestTicket;

beforeAll(async () => {
  world = await startTestWorld();
  worker = await startWorker(world.settings, world.parts.log);
});
afterAll(async () => {
  await worker?.close();
  await world?.close();
});

async function read(photo: Buffer, beside?: TestTicket): Promise<TestTicket> {
  const ticket = await world.ticket([photo], beside);
  await world.enqueue(ticket);
  await world.untilState(ticket, 'needs_review');
  return ticket;
}

async function valuesOf({ ticketId }: TestTicket): Promise<Record<string, string | null>> {
  const { rows } = await world.owner.query<{ field: string; normalized: string | null }>(
    'select field, normalized from ticket_values where ticket_id = $1 and row_number = 0',
    [ticketId],
  );
  return Object.fromEntries(rows.map(({ field, normalized }) => [field, normalized]));
}

const formsOf = async ({ accountId }: TestTicket) =>
  (
    await world.owner.query<{ id: string; examples: number }>('select id, examples from forms where account_id = $1', [
      accountId,
    ])
  ).rows;

/** As the API does for a decision of the office. */
async function decide(ticket: TestTicket, state: 'approved' | 'needs_review' | 'rejected'): Promise<void> {
  await world.owner.query(
    `update tickets set state = $2, approved_at = case $2 when 'approved' then now() end,
       reject_reason = case $2 when 'rejected' then 'not ours' end where id = $1`,
    [ticket.ticketId, state],
  );
}

async function learn({ accountId, ticketId }: TestTicket): Promise<void> {
  await world.owner.query('insert into lessons_due (account_id, ticket_id) values ($1, $2)', [accountId, ticketId]);
  await world.parts.queue.enqueue('learn-form', { accountId, ticketId }, { jobId: `learn-${ticketId}` });
  for (;;) {
    const due = await world.owner.query('select 1 from lessons_due where ticket_id = $1', [ticketId]);
    if (due.rowCount === 0) return;
    await new Promise((next) => setTimeout(next, 30));
  }
}

test('one corrected ticket teaches its form: the next of it comes out as corrected, in this account alone', async () => {
  first = await read(await sample('quarry-load-01'));
  expect(await valuesOf(first)).toMatchObject({ truck_number: '114' });
  // to this account the box for the truck says which trailer it was
  await world.owner.query(
    `update ticket_values set normalized = null, source = 'member', member_id = $2, confidence = 1
     where ticket_id = $1 and field = 'truck_number'`,
    [first.ticketId, first.memberId],
  );
  await world.owner.query(
    `insert into ticket_values (account_id, ticket_id, field, row_number, normalized, confidence, source, member_id)
     values ($1, $2, 'trailer_number', 0, '114', 1, 'member', $3)`,
    [first.accountId, first.ticketId, first.memberId],
  );
  await decide(first, 'approved');
  await learn(first);
  const [form, ...others] = await formsOf(first);
  expect([form?.examples, others]).toEqual([1, []]);

  const next = await read(await sample('quarry-load-02'), first);
  const stranger = await read(await sample('quarry-load-02'));
  const [theirs, ours] = [await valuesOf(stranger), await valuesOf(next)];
  expect(theirs).toMatchObject({ truck_number: '209' });
  expect(theirs).not.toHaveProperty('trailer_number');
  expect(ours).toMatchObject({ trailer_number: '209' });
  expect(ours.truck_number ?? null).toBeNull();
  const { rows } = await world.owner.query('select forms from readings where ticket_id = any ($1) order by ticket_id', [
    [next.ticketId, stranger.ticketId],
  ]);
  expect(rows).toEqual([{ forms: [expect.objectContaining({ page: 0, formId: form?.id })] }, { forms: [] }]);
});

test('learning from the same ticket again changes nothing; a decision taken back is forgotten', async () => {
  const before = await formsOf(first);
  await learn(first);
  expect(await formsOf(first)).toEqual(before);
  await decide(first, 'needs_review');
  await decide(first, 'rejected');
  await learn(first);
  expect(await formsOf(first)).toEqual([]);
});

test('a ticket that approved itself teaches nothing', async () => {
  const ticket = await world.ticket([], first);
  await world.owner.query(`update tickets set state = 'reading' where id = $1`, [ticket.ticketId]);
  await world.owner.query(
    `update tickets set state = 'approved', approved_at = now(), approved_itself = true where id = $1`,
    [ticket.ticketId],
  );
  await learn(ticket);
  expect(await formsOf(first)).toEqual([]);
});
