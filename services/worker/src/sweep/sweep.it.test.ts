import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readTicketJobId } from '@ticket-pros/queue/job-catalogue';
import { imageKey, ticketPrefix } from '@ticket-pros/storage/object-key';
import { startTestWorld, type TestTicket, type TestWorld } from '../../test/start-test-world.ts';
import { enqueueLostReadings } from './enqueue-lost-readings.ts';
import { removeObjects } from './remove-objects.ts';
import { removeUnfinishedUploads } from './remove-unfinished-uploads.ts';

let world: TestWorld;
const photo = Buffer.from('not looked at by the sweep');

beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world?.close());

/** Sets columns past the triggers, as only time would. */
async function age(text: string, values: unknown[]) {
  await world.owner.query(`set session_replication_role = replica`);
  await world.owner.query(text, values);
  await world.owner.query(`set session_replication_role = default`);
}

const objectsOf = async ({ accountId, ticketId }: TestTicket) => {
  const keys: string[] = [];
  for await (const key of world.parts.storage.list(ticketPrefix(accountId, ticketId))) keys.push(key);
  return keys;
};
const hasRow = async ({ ticketId }: TestTicket) =>
  (await world.owner.query('select 1 from tickets where id = $1', [ticketId])).rowCount === 1;

test('a reading whose job was lost is enqueued again after a minute, and only once', async () => {
  const { sweepDb, queue } = world.parts;
  const lost = await world.ticket([photo]);
  const jobId = readTicketJobId(lost.ticketId, 1);
  expect(await enqueueLostReadings(sweepDb, queue)).toBe(0);
  await age(`update tickets set updated_at = now() - interval '2 minutes' where id = $1`, [lost.ticketId]);
  expect(await enqueueLostReadings(sweepDb, queue)).toBe(1);
  expect(await queue.hasLiveJob('read-ticket', jobId)).toBe(true);
  expect(await enqueueLostReadings(sweepDb, queue)).toBe(0);
  expect(await queue.countWaiting('read-ticket')).toBe(1);
});

test('an upload that was not finished within a day goes, row and objects, and leaves nothing behind', async () => {
  const { sweepDb, storage } = world.parts;
  const old = await world.ticket([photo, photo]);
  const young = await world.ticket([photo]);
  const received = await world.ticket([photo]);
  await age(`update tickets set state = 'uploading', updated_at = now() - interval '25 hours' where id = $1`, [
    old.ticketId,
  ]);
  await age(`update tickets set state = 'uploading', updated_at = now() - interval '23 hours' where id = $1`, [
    young.ticketId,
  ]);
  await age(`update tickets set updated_at = now() - interval '25 hours' where id = $1`, [received.ticketId]);

  expect(await removeUnfinishedUploads(sweepDb, storage)).toBe(1);
  expect(await hasRow(old)).toBe(false);
  expect(await objectsOf(old)).toEqual([]);
  for (const kept of [young, received]) {
    expect(await hasRow(kept)).toBe(true);
    expect(await objectsOf(kept)).toHaveLength(1);
  }

  // A slow upload writes after all.
  await storage.put(imageKey(old.accountId, old.ticketId, old.imageIds[0] ?? '', 'original'), photo, 'image/jpeg');
  expect(await removeObjects(sweepDb, storage)).toBe(0);
  await age(`update object_removals set requested_at = now() - interval '61 minutes' where ticket_id = $1`, [
    old.ticketId,
  ]);
  expect(await removeObjects(sweepDb, storage)).toBe(1);
  expect(await objectsOf(old)).toEqual([]);
  expect((await world.owner.query('select 1 from object_removals')).rowCount).toBe(0);
});
