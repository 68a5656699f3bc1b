import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WorkerSettings } from '@ticket-pros/config/worker-settings';
import { readWorkerSettings } from '@ticket-pros/config/worker-settings';
import { createLogger } from '@ticket-pros/process/create-logger';
import { migrateQueue } from '@ticket-pros/queue/migrate-queue';
import { imageKey } from '@ticket-pros/storage/object-key';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { Client } from 'pg';
import { openParts, type WorkerParts } from '../src/worker-parts.ts';

export type TestTicket = { accountId: string; memberId: string; ticketId: string; imageIds: string[] };

/** The world around a worker, and a hand in it: what the API would have done before, and what people see after. */
export type TestWorld = {
  environment: NodeJS.ProcessEnv;
  settings: WorkerSettings;
  parts: WorkerParts;
  database: TestDatabase;
  /** The owner's connection, which sees everything. */
  owner: Client;
  /** Everything that was logged through `parts.log`. */
  logged: () => string;
  /** A ticket in state `received` with its photos in storage, of an account of its own or of another ticket's. It has no job. */
  ticket: (photos: readonly Uint8Array[], beside?: Pick<TestTicket, 'accountId' | 'memberId'>) => Promise<TestTicket>;
  enqueue: (ticket: TestTicket, readingNumber?: number) => Promise<void>;
  /** Waits until the ticket is in this state; throws after 100 seconds. */
  untilState: (ticket: TestTicket, state: string) => Promise<void>;
  close: () => Promise<void>;
};

/** For tests: a database, a storage folder and a queue of its own, and the worker's parts over them. */
export async function startTestWorld(overrides: Partial<WorkerSettings> = {}): Promise<TestWorld> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'ticket-pros-worker-'));
  const environment = {
    DATABASE_WORKER_URL: database.urls.worker,
    DATABASE_SWEEP_URL: database.urls.sweep,
    DATABASE_QUEUE_URL: database.urls.queue,
    STORAGE_FOLDER: folder,
    MAIL_SECRET: 'seals mails in tests, seals mails in tests',
    MAIL_FOLDER: join(folder, 'mails'),
    WORKER_PORT: '0',
    LOG_LEVEL: 'info',
  };
  const settings = { ...readWorkerSettings(environment), ...overrides };
  await migrateQueue(settings.queue);
  const lines: string[] = [];
  const log = createLogger('worker', 'debug', { write: (line) => void lines.push(line) });
  const { parts, close } = await openParts(settings, log);
  const owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();

  const enqueue = async ({ accountId, ticketId }: TestTicket, readingNumber = 1) => {
    const jobId = `read-${ticketId}-${readingNumber}`;
    await parts.queue.enqueue('read-ticket', { accountId, ticketId, readingNumber }, { jobId });
  };
  return {
    environment,
    settings,
    parts,
    database,
    owner,
    logged: () => lines.join(''),
    ticket: async (photos, beside) => makeTicket(owner, parts, photos, beside ?? (await makeCrew(owner))),
    enqueue,
    async untilState({ ticketId }, state) {
      const end = Date.now() + 100_000;
      for (;;) {
        const { rows } = await owner.query<{ state: string; failure_code: string | null }>(
          'select state, failure_code from tickets where id = $1',
          [ticketId],
        );
        if (rows[0]?.state === state) return;
        if (Date.now() > end) throw new Error(`the ticket is ${JSON.stringify(rows[0])}, not ${state}`);
        await wait(50);
      }
    },
    async close() {
      await close();
      await owner.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Crew = Pick<TestTicket, 'accountId' | 'memberId'>;

/** The id that a statement answers. */
async function idOf(owner: Client, text: string, values: unknown[]): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(text, values);
  return rows[0]?.id ?? '';
}

async function makeCrew(owner: Client): Promise<Crew> {
  const userId = randomUUID();
  await owner.query(
    `insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, 'Crew', $1 || '@x.example', true)`,
    [userId],
  );
  const accountId = await idOf(
    owner,
    `insert into accounts (name, sign_in_code) values ('Test Hauling', app.new_sign_in_code('Test Hauling')) returning id`,
    [],
  );
  const memberId = await idOf(
    owner,
    `insert into members (account_id, user_id, name, role) values ($1, $2, 'Crew', 'crew') returning id`,
    [accountId, userId],
  );
  return { accountId, memberId };
}

async function makeTicket(
  owner: Client,
  { storage }: WorkerParts,
  photos: readonly Uint8Array[],
  { accountId, memberId }: Crew,
): Promise<TestTicket> {
  const ticketId = await idOf(
    owner,
    `insert into tickets (account_id, member_id, upload_id, ticket_type)
     values ($1, $2, $3, 'field_ticket') returning id`,
    [accountId, memberId, randomUUID()],
  );
  const imageIds: string[] = [];
  for (const [page, bytes] of photos.entries()) {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const imageId = await idOf(
      owner,
      `insert into images (account_id, ticket_id, page, sent_sha256, stored_sha256, media_type, byte_size, width, height,
         stored_at)
       values ($1, $2, $3, $4, $4, 'image/jpeg', $5, 100, 100, now()) returning id`,
      [accountId, ticketId, page, hash, bytes.byteLength],
    );
    await storage.put(imageKey(accountId, ticketId, imageId, 'original'), bytes, 'image/jpeg');
    imageIds.push(imageId);
  }
  await owner.query(`update tickets set state = 'received' where id = $1`, [ticketId]);
  return { accountId, memberId, ticketId, imageIds };
}
