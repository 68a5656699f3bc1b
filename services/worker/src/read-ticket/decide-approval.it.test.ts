import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Reading } from '@ticket-pros/contracts/reading';
import { startTestWorld, type TestTicket, type TestWorld } from '../../test/start-test-world.ts';
import { isSampled } from './is-sampled.ts';
import { saveReading } from './save-reading.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world?.close());

/** A ticket that is being read, whose id is or is not one of those picked for a spot check. */
async function ticketInHand({
  sampled = false,
  beside = undefined as TestTicket | undefined,
} = {}): Promise<TestTicket> {
  const ticket = await world.ticket([], beside);
  let id = randomUUID();
  while (isSampled(id) !== sampled) id = randomUUID();
  await world.owner.query('update tickets set id = $2 where id = $1', [ticket.ticketId, id]);
  await world.owner.query(`update tickets set state = 'reading' where id = $1`, [id]);
  return { ...ticket, ticketId: id };
}

async function allow({ accountId }: TestTicket, approvesItself = true): Promise<void> {
  await world.owner.query(
    `insert into ticket_type_settings (account_id, ticket_type, approves_itself) values ($1, 'field_ticket', $2)`,
    [accountId, approvesItself],
  );
}

function readingOf(ticketNumber: string, confidence: number): Reading {
  const box = { page: 0, x: 1, y: 1, width: 10, height: 10 };
  const values = ['date', 'company', 'customer', 'total'].map((field) => ({
    field,
    row: 0,
    printedText: field,
    normalized: field,
    confidence: 0.995,
    box,
  }));
  const number = {
    field: 'ticket_number',
    row: 0,
    printedText: ticketNumber,
    normalized: ticketNumber,
    confidence,
    box,
  };
  return {
    engine: 'test',
    engineVersion: '1',
    pages: [{ width: 100, height: 100 }],
    words: [],
    values: [...values, number],
    forms: [],
    timings: {},
  };
}

async function save({ accountId, ticketId }: TestTicket, reading: Reading) {
  await saveReading(world.parts.db, { accountId, ticketId, readingNumber: 1 }, reading);
  const { rows } = await world.owner.query<{ state: string; approved_itself: boolean; is_sample: boolean }>(
    'select state, approved_itself, is_sample from tickets where id = $1',
    [ticketId],
  );
  return rows[0];
}

const waits = { state: 'needs_review', approved_itself: false, is_sample: false };

test('a ticket of which every value is sure approves itself where its owner allows it, and that stands in the audit log', async () => {
  const ticket = await ticketInHand();
  await allow(ticket);
  expect(await save(ticket, readingOf('1001', 0.995))).toEqual({
    state: 'approved',
    approved_itself: true,
    is_sample: false,
  });
  const { rows } = await world.owner.query('select action from audit_events where subject_id = $1 order by at', [
    ticket.ticketId,
  ]);
  expect(rows).toEqual([{ action: 'ticket.read' }, { action: 'ticket.approved_itself' }]);
});

test('without the owner’s word, or with one doubtful value, a member looks', async () => {
  expect(await save(await ticketInHand(), readingOf('1001', 0.995))).toEqual(waits);
  const forbidden = await ticketInHand();
  await allow(forbidden, false);
  expect(await save(forbidden, readingOf('1001', 0.995))).toEqual(waits);
  const doubtful = await ticketInHand();
  await allow(doubtful);
  expect(await save(doubtful, readingOf('1001', 0.6))).toEqual(waits);
});

test('some of those that could approve themselves are looked at all the same', async () => {
  const ticket = await ticketInHand({ sampled: true });
  await allow(ticket);
  expect(await save(ticket, readingOf('1001', 0.995))).toEqual({ ...waits, is_sample: true });
});

test('a ticket number that came before, and a ticket that a member corrected, are looked at', async () => {
  const first = await ticketInHand();
  await allow(first);
  await save(first, readingOf('1001', 0.995));
  expect(await save(await ticketInHand({ beside: first }), readingOf('1001', 0.995))).toEqual(waits);
  const corrected = await ticketInHand({ beside: first });
  await world.owner.query(
    `insert into corrections (account_id, ticket_id, field, row_number, member_id, text_after) values ($1, $2, 'total', 0, $3, '1')`,
    [corrected.accountId, corrected.ticketId, corrected.memberId],
  );
  expect(await save(corrected, readingOf('1002', 0.995))).toEqual(waits);
});

test('of many tickets about two in a hundred are picked', () => {
  const picked = Array.from({ length: 20_000 }, (_, i) => isSampled(`ticket ${i}`)).filter(Boolean).length;
  expect(picked / 20_000).toBeGreaterThan(0.015);
  expect(picked / 20_000).toBeLessThan(0.025);
});
