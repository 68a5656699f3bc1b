import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrateQueue } from '@ticket-pros/queue/migrate-queue';
import { imageKey, stagedPieceKey } from '@ticket-pros/storage/object-key';
import { openStorage } from '@ticket-pros/storage/open-storage';
import type { Storage } from '@ticket-pros/storage/storage';
import { findFreePort } from '@ticket-pros/testing/find-free-port';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { Client } from 'pg';
import sharp from 'sharp';
import { sendResumably } from '../../test/send-resumable.ts';
import { sendUpload, sha256Of, type TestUpload } from '../../test/send-test-upload.ts';
import type { Person } from '../../test/start-test-api.ts';

const server = fileURLToPath(new URL('../server.ts', import.meta.url));
const ensureAccount = fileURLToPath(new URL('../members/ensure-account.command.ts', import.meta.url));
const owner = { name: 'Owner', email: 'owner@x.example', password: 'correct horse battery' };

let database: TestDatabase;
let rows: Client;
let storage: Storage;
let folder: string;
let environment: NodeJS.ProcessEnv;
let url: string;
let api: ChildProcess | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  rows = new Client({ connectionString: database.urls.owner });
  await rows.connect();
  folder = await mkdtemp(join(tmpdir(), 'ticket-pros-kill-'));
  storage = await openStorage({ kind: 'disk', folder });
  await migrateQueue({ kind: 'postgres', url: database.urls.queue });
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}`;
  environment = {
    PATH: process.env.PATH,
    LOG_LEVEL: 'warn',
    DATABASE_URL: database.urls.app,
    DATABASE_AUTH_URL: database.urls.auth,
    DATABASE_QUEUE_URL: database.urls.queue,
    STORAGE_FOLDER: folder,
    PUBLIC_URL: url,
    MAIL_SECRET: 'seals mails in tests, seals mails in tests',
    PORT: String(port),
    AUTH_SECRET: 'only for tests, only for tests, only for tests',
  };
  const command = spawn(process.execPath, [ensureAccount], { env: environment, stdio: ['pipe', 'ignore', 'inherit'] });
  command.stdin?.end(JSON.stringify({ company: 'Hauling', owner }));
  const [code] = await once(command, 'exit');
  expect(code).toBe(0);
});
afterAll(async () => {
  api?.kill('SIGKILL');
  await storage?.close();
  await rows?.end();
  await database?.drop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

async function startApi(): Promise<void> {
  api = spawn(process.execPath, [server], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (
      await fetch(`${url}/health/ready`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await wait(50);
  }
  throw new Error('the API did not start');
}

async function killApi(): Promise<void> {
  if (api === undefined) return;
  const gone = once(api, 'exit');
  api.kill('SIGKILL');
  await gone;
}

async function signIn(): Promise<Person> {
  const response = await fetch(`${url}/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: owner.email, password: owner.password }),
  });
  if (!response.ok) throw new Error(await response.text());
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    scope: { accountId: '', memberId: '', seesAccount: true },
    email: owner.email,
    cookie,
    fetch: (path, init = {}) => fetch(url + path, { ...init, headers: { ...init.headers, cookie } }),
  };
}

/** Keys of every object in storage, and of every photo and every sealed piece that a row knows, stored or not. */
async function compare(): Promise<{ objects: string[]; stored: string[]; known: string[]; pieces: string[] }> {
  const objects: string[] = [];
  for await (const key of storage.list('accounts/')) objects.push(key);
  const found = await rows.query<{ account_id: string; ticket_id: string; id: string; stored_at: Date | null }>(
    'select account_id, ticket_id, id, stored_at from images',
  );
  const keyOf = (image: (typeof found.rows)[number]) =>
    imageKey(image.account_id, image.ticket_id, image.id, 'original');
  const stored = found.rows.filter((image) => image.stored_at !== null);
  const staged = await rows.query<{ account_id: string; ticket_id: string; id: string }>(
    'select account_id, ticket_id, id from staged_pieces',
  );
  return {
    objects: objects.sort(),
    stored: stored.map(keyOf).sort(),
    known: found.rows.map(keyOf).sort(),
    pieces: staged.rows.map((piece) => stagedPieceKey(piece.account_id, piece.ticket_id, piece.id)),
  };
}

/** As a phone does: when it is told that too much arrives at once, it tries again. */
async function sendPatiently(person: Person, upload: SentUpload): Promise<Response> {
  const response = upload.isResumable ? await sendResumably(person, upload) : await sendUpload(person, upload);
  if (response.status !== 503) return response;
  await wait(200);
  return sendPatiently(person, upload);
}

type SentUpload = TestUpload & { uploadId: string; isResumable: boolean };

test('the API is killed again and again during uploads: each ticket is stored once, no row and no object is orphaned', async () => {
  const uploads = await Promise.all(
    Array.from({ length: 12 }, async (_, shade) => ({
      uploadId: randomUUID(),
      isResumable: shade % 2 === 0,
      images: await Promise.all(
        [1, 2].map((page) =>
          sharp({
            create: {
              width: 900,
              height: 700,
              channels: 3,
              background: { r: shade, g: page, b: 0 },
              noise: { type: 'gaussian', mean: 120, sigma: 40 },
            },
          })
            .jpeg()
            .toBuffer(),
        ),
      ),
    })),
  );
  const left = new Set(uploads);
  await startApi();
  const person = await signIn();
  const kills = 5;
  for (let round = 0; round <= kills; round += 1) {
    const sending = [...left].map(async (upload) => {
      const response = await sendPatiently(person, upload);
      expect([200, 201]).toContain(response.status);
      left.delete(upload);
    });
    if (round < kills) {
      // Later and later, so that the kills hit every step.
      await wait(40 + round * 130);
      await killApi();
    }
    const results = await Promise.allSettled(sending);
    if (round === kills) expect(results.filter((result) => result.status === 'rejected')).toEqual([]);

    const { objects, stored, known, pieces } = await compare();
    expect(objects.filter((key) => !known.includes(key) && !pieces.includes(key))).toEqual([]);
    expect(stored.filter((key) => !objects.includes(key))).toEqual([]);
    if (round < kills) await startApi();
  }
  expect(left.size).toBe(0);

  const tickets = await rows.query<{ state: string; upload_id: string }>('select state, upload_id from tickets');
  expect(tickets.rows.map((ticket) => ticket.upload_id).sort()).toEqual(uploads.map(({ uploadId }) => uploadId).sort());
  expect(new Set(tickets.rows.map((ticket) => ticket.state))).toEqual(new Set(['received']));
  const { objects, stored, known, pieces } = await compare();
  // What a killed request was staging has its row, for the sweep; no key opens it any more.
  expect((await rows.query('select image_id from staged_photos')).rows).toEqual([]);
  expect([objects.filter((key) => !pieces.includes(key)), stored]).toEqual([known, known]);
  expect(known).toHaveLength(24);
  const hashes = await rows.query<{ sent_sha256: string }>('select sent_sha256 from images');
  expect(hashes.rows.map((image) => image.sent_sha256).sort()).toEqual(
    uploads.flatMap(({ images }) => images.map(sha256Of)).sort(),
  );
  const untold = await rows.query(
    `select t.id from tickets t where 1 <> (
       select count(*) from audit_events e where e.subject_id = t.id and e.action = 'ticket.captured')`,
  );
  expect(untold.rows).toEqual([]);
}, 120_000);
