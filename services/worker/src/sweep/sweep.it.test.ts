import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readTicketJobId } from '@ticket-pros/queue/job-catalogue';
import { imageKey, stagedPieceKey, ticketPrefix } from '@ticket-pros/storage/object-key';
import { startTestWorld, type TestTicket, type TestWorld } from '../../test/start-test-world.ts';
import { enqueueLostReadings } from './enqueue-lost-readings.ts';
import { removeExpiredSignIns } from './remove-expired-sign-ins.ts';
import { removeLeftPieces } from './remove-left-pieces.ts';
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

test('objects that can not be deleted do not keep others, and their note waits behind them', async () => {
  const { sweepDb, storage } = world.parts;
  const stuck = await world.ticket([photo]);
  const free = await world.ticket([photo]);
  for (const [{ accountId, ticketId }, hours] of [
    [stuck, 3],
    [free, 2],
  ] as const) {
    await world.owner.query(
      `insert into object_removals (account_id, ticket_id, requested_at) values ($1, $2, now() - $3 * interval '1 hour')`,
      [accountId, ticketId, hours],
    );
  }
  const failing = {
    ...storage,
    list: storage.list.bind(storage),
    delete: async (key: string) => {
      if (key.includes(stuck.ticketId)) throw new Error('this one stays');
      await storage.delete(key);
    },
  };
  await expect(removeObjects(sweepDb, failing)).rejects.toThrow('1 tickets');
  expect(await objectsOf(free)).toEqual([]);
  expect(await objectsOf(stuck)).toHaveLength(1);
  expect(await removeObjects(sweepDb, failing)).toBe(0);
});

test('sessions that ended and old rate limits go with their addresses, others stay', async () => {
  await world.owner.query(`insert into auth."user" ("id", "name", "email", "emailVerified")
    values ('swept', 'A', 'swept@example.com', false)`);
  await world.owner.query(`insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "ipAddress", "userId")
    values ('over', now() - interval '1 second', 'a', now(), '192.0.2.1', 'swept'),
      ('live', now() + interval '1 hour', 'b', now(), '192.0.2.1', 'swept')`);
  await world.owner.query(`insert into auth."rateLimit" ("id", "key", "count", "lastRequest")
    values ('old', '192.0.2.1/a', 1, extract(epoch from now() - interval '25 hours')::bigint * 1000),
      ('new', '192.0.2.1/b', 1, extract(epoch from now())::bigint * 1000)`);
  expect(await removeExpiredSignIns(world.parts.sweepDb)).toBe(2);
  expect((await world.owner.query('select id from auth."session"')).rows).toEqual([{ id: 'live' }]);
  expect((await world.owner.query('select id from auth."rateLimit"')).rows).toEqual([{ id: 'new' }]);
});

test('pieces of photos that nobody waits for go after an hour; those of a photo on its way stay', async () => {
  const { sweepDb, storage } = world.parts;
  const ticket = await world.ticket([photo, photo]);
  const [waiting, over] = ticket.imageIds;
  const { accountId, ticketId } = ticket;
  const stage = async (imageId: string | undefined, isStored: boolean, age: string) => {
    const { rows } = await world.owner.query<{ id: string }>(
      `insert into staged_pieces (account_id, ticket_id, image_id, start, byte_length, stored_at, created_at)
       values ($1, $2, $3, 0, 5, case when $4 then now() end, now() - $5::interval) returning id`,
      [accountId, ticketId, imageId, isStored, age],
    );
    const key = stagedPieceKey(accountId, ticketId, rows[0]?.id ?? '');
    await storage.put(key, Buffer.from('sealed'), 'application/octet-stream');
    return key;
  };
  await world.owner.query(
    'insert into staged_photos (account_id, image_id, seal_key, byte_length, received) values ($1, $2, $3, 9, 5)',
    [accountId, waiting, Buffer.alloc(32)],
  );
  const stay = [await stage(waiting, true, '61 minutes'), await stage(over, true, '59 minutes')];
  const go = [await stage(waiting, false, '61 minutes'), await stage(over, false, '61 minutes')];
  expect(await removeLeftPieces(sweepDb, storage)).toBe(go.length);
  const staged = (await objectsOf(ticket)).filter((key) => key.includes('/staged/'));
  expect(staged.sort()).toEqual(stay.sort());
  expect((await world.owner.query('select 1 from staged_pieces')).rowCount).toBe(stay.length);
  expect(await removeLeftPieces(sweepDb, storage)).toBe(0);
});

test('a day without another byte takes an upload with all that was staged of it', async () => {
  const { sweepDb, storage } = world.parts;
  const ticket = await world.ticket([photo]);
  const { accountId, ticketId } = ticket;
  const staged = [accountId, ticket.imageIds[0]];
  await world.owner.query(
    'insert into staged_photos (account_id, image_id, seal_key, byte_length, received) values ($1, $2, $3, 9, 5)',
    [...staged, Buffer.alloc(32)],
  );
  await world.owner.query(
    'insert into staged_pieces (account_id, image_id, ticket_id, start, byte_length, stored_at) values ($1, $2, $3, 0, 5, now())',
    [...staged, ticketId],
  );
  await storage.put(stagedPieceKey(accountId, ticketId, 'piece'), Buffer.from('sealed'), 'application/octet-stream');
  await age(`update tickets set state = 'uploading', updated_at = now() - interval '25 hours' where id = $1`, [
    ticketId,
  ]);
  expect(await removeUnfinishedUploads(sweepDb, storage)).toBe(1);
  expect(await objectsOf(ticket)).toEqual([]);
  for (const table of ['staged_photos', 'staged_pieces']) {
    expect((await world.owner.query(`select 1 from ${table} where image_id = $1`, [ticket.imageIds[0]])).rowCount).toBe(
      0,
    );
  }
});
