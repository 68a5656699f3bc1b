import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { wordSchema } from '@ticket-pros/contracts/reading';
import { createLogger } from '@ticket-pros/process/create-logger';
import { imageKey } from '@ticket-pros/storage/object-key';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { makeBadImages } from '@ticket-pros/testing/make-bad-images';
import { plantLocation, plantLocationInPdf } from '@ticket-pros/testing/plant-location';
import sharp from 'sharp';
import { startTestWorld, type TestTicket, type TestWorld } from '../../test/start-test-world.ts';
import { type RunningWorker, startWorker } from '../start-worker.ts';
import { readTicketJob } from './read-ticket.job.ts';

// Reading takes seconds of a processor that other tests want as well.
jest.setTimeout(120_000);

let world: TestWorld;
let worker: RunningWorker;
let photo: Buffer;
const lines: string[] = [];

beforeAll(async () => {
  photo = await readFile(new URL('../../../../packages/testing/fixtures/tickets/quarry-load-01.jpg', import.meta.url));
  world = await startTestWorld();
  worker = await startWorker(
    world.settings,
    createLogger('worker', 'debug', { write: (line) => void lines.push(line) }),
  );
});
afterAll(async () => {
  await worker?.close();
  await world?.close();
});

const logOf = ({ ticketId }: TestTicket) => lines.filter((line) => line.includes(ticketId)).join('');

async function rowsOf<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await world.owner.query<Row>(text, values);
  return rows;
}
const ticketRow = async ({ ticketId }: TestTicket) =>
  (
    await rowsOf<{ state: string; failure_code: string | null; reading_starts: number }>(
      'select state, failure_code, reading_starts from tickets where id = $1',
      [ticketId],
    )
  )[0];
const valuesOf = ({ ticketId }: TestTicket) =>
  rowsOf<{ field: string; row_number: number; normalized: string | null; source: string; reading_id: string | null }>(
    'select field, row_number, normalized, source, reading_id from ticket_values where ticket_id = $1 order by 1, 2',
    [ticketId],
  );
const readingsOf = ({ ticketId }: TestTicket) =>
  rowsOf<{ id: string; number: number; values: unknown[]; words: unknown[] }>(
    'select id, number, "values", words from readings where ticket_id = $1 order by number',
    [ticketId],
  );

/** As the API does for "read again". */
async function wantAgain(ticket: TestTicket, readingNumber: number): Promise<void> {
  await world.owner.query(
    `update tickets set state = 'received', reading_number = $2, reading_starts = 0, failure_code = null where id = $1`,
    [ticket.ticketId, readingNumber],
  );
  await world.enqueue(ticket, readingNumber);
}

test('a photo becomes values: one reading, its derivatives, and nothing of it in the log', async () => {
  const ticket = await world.ticket([photo]);
  await world.enqueue(ticket);
  await world.untilState(ticket, 'needs_review');

  const [reading, ...others] = await readingsOf(ticket);
  expect(others).toEqual([]);
  expect(reading?.words.length).toBeGreaterThan(20);
  const values = await valuesOf(ticket);
  expect(values.length).toBeGreaterThan(3);
  expect(values).toHaveLength(reading?.values.length ?? 0);
  const events = await rowsOf('select action, actor, member_id, payload from audit_events where subject_id = $1', [
    ticket.ticketId,
  ]);
  expect(events).toEqual([
    { action: 'ticket.read', actor: 'worker', member_id: null, payload: { reading: 1, values: values.length } },
  ]);
  for (const value of values) expect(value).toMatchObject({ source: 'reader', reading_id: reading?.id });

  const { accountId, ticketId, imageIds } = ticket;
  for (const rendition of ['display', 'thumbnail'] as const) {
    const bytes = await world.parts.storage.getBytes(imageKey(accountId, ticketId, imageIds[0] ?? '', rendition));
    expect((await sharp(bytes).metadata()).format).toBe('jpeg');
  }
  expect(await rowsOf('select has_derivatives from images where ticket_id = $1', [ticketId])).toEqual([
    { has_derivatives: true },
  ]);

  const log = logOf(ticket);
  for (const step of ['take ticket', 'load images', 'make derivatives', 'read', 'save reading']) {
    expect(log).toContain(`"step":"${step}"`);
  }
  for (const { normalized } of values) {
    if (normalized !== null && normalized.length > 5) expect(log).not.toContain(normalized);
  }
});

test('promise TP-2: pages that come as HEIC, TIFF and PDF are read, and shown without a location', async () => {
  const heic = new URL('../../../../packages/testing/fixtures/heic/ticket.heic', import.meta.url);
  const jpeg = await sharp(photo).resize({ width: 1100 }).jpeg().toBuffer();
  const ticket = await world.ticket([
    await plantLocation(await readFile(heic)),
    await plantLocation(await sharp(jpeg).tiff({ compression: 'jpeg' }).toBuffer()),
    await plantLocationInPdf([jpeg]),
  ]);
  await world.enqueue(ticket);
  await world.untilState(ticket, 'needs_review');
  const [reading] = await readingsOf(ticket);
  const pages = reading?.words.map((word) => wordSchema.parse(word).box.page) ?? [];
  expect([0, 1, 2].map((page) => pages.filter((one) => one === page).length > 20)).toEqual([true, true, true]);
  const { accountId, ticketId, imageIds } = ticket;
  for (const imageId of imageIds) {
    for (const rendition of ['display', 'thumbnail'] as const) {
      const bytes = await world.parts.storage.getBytes(imageKey(accountId, ticketId, imageId, rendition));
      expect((await sharp(bytes).metadata()).format).toBe('jpeg');
      expect(findCanary(bytes)).toEqual([]);
    }
  }
});

test('what a member set survives the next reading, what the reader set is replaced', async () => {
  const ticket = await world.ticket([photo]);
  await world.enqueue(ticket);
  await world.untilState(ticket, 'needs_review');
  const before = await valuesOf(ticket);
  const field = before.find(({ row_number }) => row_number === 0)?.field ?? '';
  await world.owner.query(
    `update ticket_values set source = 'member', member_id = $3, normalized = 'set by hand', confidence = 1
     where ticket_id = $1 and field = $2 and row_number = 0`,
    [ticket.ticketId, field, ticket.memberId],
  );
  await world.owner.query(
    `insert into ticket_values (account_id, ticket_id, field, row_number, normalized, confidence, source, reading_id)
     select account_id, ticket_id, 'left_over', 0, 'from the first reading', 0.5, 'reader', id
     from readings where ticket_id = $1`,
    [ticket.ticketId],
  );

  await wantAgain(ticket, 2);
  await world.untilState(ticket, 'needs_review');
  const readings = await readingsOf(ticket);
  expect(readings.map(({ number }) => number)).toEqual([1, 2]);
  const after = await valuesOf(ticket);
  expect(after.map((value) => value.field)).toEqual(before.map((value) => value.field));
  for (const value of after) {
    if (value.field === field && value.row_number === 0) {
      expect(value).toMatchObject({ source: 'member', normalized: 'set by hand' });
    } else {
      expect(value).toMatchObject({ source: 'reader', reading_id: readings[1]?.id });
    }
  }
});

test('a table in which a member set a cell stays as it is when the ticket is read again', async () => {
  const ticket = await world.ticket([photo]);
  await world.enqueue(ticket);
  await world.untilState(ticket, 'needs_review');
  await world.owner.query(
    `insert into ticket_values (account_id, ticket_id, field, row_number, normalized, confidence, source, reading_id,
       member_id)
     select account_id, ticket_id, 'items.' || cell, 400, cell, 0.5, source, case source when 'reader' then id end,
       case source when 'member' then $2::uuid end
     from readings, (values ('quantity', 'reader'), ('description', 'member')) as cells (cell, source)
     where ticket_id = $1`,
    [ticket.ticketId, ticket.memberId],
  );
  const tableOf = async () => (await valuesOf(ticket)).filter(({ row_number }) => row_number > 0);
  const before = await tableOf();
  await wantAgain(ticket, 2);
  await world.untilState(ticket, 'needs_review');
  expect(await tableOf()).toEqual(before);
});

test('a job for a reading that is not wanted any more ends without a word on the ticket', async () => {
  const ticket = await world.ticket([photo]);
  await world.enqueue(ticket);
  await world.untilState(ticket, 'needs_review');
  await world.enqueue(ticket, 1);
  await world.enqueue(ticket, 7);
  await world.parts.queue.enqueue('read-ticket', {
    accountId: ticket.accountId,
    ticketId: '0197a0d0-0000-7000-8000-000000000000',
    readingNumber: 1,
  });
  while ((logOf(ticket).match(/nothing to do/g) ?? []).length < 2) await new Promise((next) => setTimeout(next, 50));
  expect(await ticketRow(ticket)).toMatchObject({ state: 'needs_review', reading_starts: 1 });
  expect(await readingsOf(ticket)).toHaveLength(1);
});

test.each([
  ['truncatedJpeg', 'image_damaged'],
  ['hugePng', 'too_many_pixels'],
  ['notAnImage', 'unknown_format'],
] as const)(
  'a photo that can not be opened (%s) fails at once, with its reason (%s), and is not tried again',
  async (kind, failure_code) => {
    const bad = await makeBadImages();
    const ticket = await world.ticket([photo, bad[kind].bytes]);
    await world.enqueue(ticket);
    await world.untilState(ticket, 'failed');
    expect(await ticketRow(ticket)).toEqual({ state: 'failed', failure_code, reading_starts: 1 });
    // The state is written before the job is gone. A job that is to be tried again would wait for five seconds.
    const end = Date.now() + 4_000;
    const isLive = () => world.parts.queue.hasLiveJob('read-ticket', `read-${ticket.ticketId}-1`);
    while ((await isLive()) && Date.now() < end) await new Promise((next) => setTimeout(next, 50));
    expect(await isLive()).toBe(false);
    // The good page can be seen all the same.
    expect(
      await rowsOf('select has_derivatives from images where ticket_id = $1 order by page', [ticket.ticketId]),
    ).toEqual([{ has_derivatives: true }, { has_derivatives: false }]);
  },
);

test('a photo that is too dark to read says so on its ticket, which can be seen all the same', async () => {
  const dark = await sharp(photo).linear(0.008, 0).jpeg().toBuffer();
  const ticket = await world.ticket([dark]);
  await world.enqueue(ticket);
  await world.untilState(ticket, 'failed');
  expect(await ticketRow(ticket)).toEqual({ state: 'failed', failure_code: 'too_dark', reading_starts: 1 });
  expect(await rowsOf('select has_derivatives from images where ticket_id = $1', [ticket.ticketId])).toEqual([
    { has_derivatives: true },
  ]);
});

test('a photo that is not in the storage fails at once', async () => {
  const ticket = await world.ticket([photo]);
  const { accountId, ticketId, imageIds } = ticket;
  await world.parts.storage.delete(imageKey(accountId, ticketId, imageIds[0] ?? '', 'original'));
  await world.enqueue(ticket);
  await world.untilState(ticket, 'failed');
  expect(await ticketRow(ticket)).toEqual({ state: 'failed', failure_code: 'image_missing', reading_starts: 1 });
});

test('a ticket that was started five times in vain is given up, and can be read again', async () => {
  const ticket = await world.ticket([photo]);
  await world.owner.query(`update tickets set state = 'reading', reading_starts = 5 where id = $1`, [ticket.ticketId]);
  await world.enqueue(ticket);
  await world.untilState(ticket, 'failed');
  expect(await ticketRow(ticket)).toMatchObject({ failure_code: 'reader_crashed' });
  await wantAgain(ticket, 2);
  await world.untilState(ticket, 'needs_review');
});

test('without storage a ticket waits, no start counted, and is given up after a day', async () => {
  const ticket = await world.ticket([photo]);
  const { accountId, ticketId } = ticket;
  const getBytes = async () => {
    throw Object.assign(new Error('no storage'), { code: 'ECONNREFUSED' });
  };
  const job = readTicketJob({ ...world.parts, storage: { ...world.parts.storage, getBytes } });
  const context = { jobId: 'x', attempt: 4, signal: new AbortController().signal, isLastAttempt: true };
  const wanted = { accountId, ticketId, readingNumber: 1 };
  await expect(job(wanted, context)).rejects.toThrow('no storage');
  expect(await ticketRow(ticket)).toEqual({ state: 'received', failure_code: null, reading_starts: 0 });
  await world.owner.query(`update tickets set outage_since = now() - interval '25 hours' where id = $1`, [ticketId]);
  await expect(job(wanted, context)).rejects.toThrow('no storage');
  expect(await ticketRow(ticket)).toMatchObject({ state: 'failed', failure_code: 'reader_error' });
});
