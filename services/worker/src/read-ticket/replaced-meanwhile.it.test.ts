import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestWorld, type TestWorld } from '../../test/start-test-world.ts';
import { failTicket, handBackTicket, waitOutOutage } from './end-reading.ts';
import { saveReading } from './save-reading.ts';
import { takeTicket } from './take-ticket.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world?.close());

test('however the reading ends of a paper that was photographed again meanwhile, its ticket stays what it is', async () => {
  const ticket = await world.ticket([]);
  const wanted = { ...ticket, readingNumber: 1 };
  const { db } = world.parts;
  expect(await takeTicket(db, wanted)).not.toBeNull();
  await world.owner.query(`update tickets set state = 'rejected', reject_reason = 'again' where id = $1`, [
    ticket.ticketId,
  ]);
  const reading = { engine: 't', engineVersion: '1', pages: [], words: [], values: [], forms: [], timings: {} };
  expect(await saveReading(db, wanted, reading)).toBeNull();
  await failTicket(db, wanted, 'reader_error');
  await handBackTicket(db, wanted);
  await waitOutOutage(db, wanted);
  expect(await takeTicket(db, wanted)).toBeNull();
  const { rows } = await world.owner.query(
    `select state, reject_reason, (select count(*)::int from readings where ticket_id = t.id) as readings from tickets t where id = $1`,
    [ticket.ticketId],
  );
  expect(rows).toEqual([{ state: 'rejected', reject_reason: 'again', readings: 0 }]);
});
