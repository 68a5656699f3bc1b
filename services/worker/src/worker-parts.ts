import type { MailSecret } from '@ticket-pros/config/mail-settings';
import type { WorkerSettings } from '@ticket-pros/config/worker-settings';
import { connectDatabase, type Database } from '@ticket-pros/db/connect-database';
import type { MailTransport } from '@ticket-pros/mail/transport/mail-transport';
import { openMailTransport } from '@ticket-pros/mail/transport/open-transport';
import { openQueue, type Queue } from '@ticket-pros/queue/open-queue';
import { tellBreaks } from '@ticket-pros/queue/tell-breaks';
import { openStorage } from '@ticket-pros/storage/open-storage';
import type { Storage } from '@ticket-pros/storage/storage';
import type { Logger } from 'pino';
import { keepForms, type LoadForms } from './read-ticket/load-forms.ts';
import { openReaderPool, type ReaderPool } from './read-ticket/reader-pool.ts';

/** What jobs work with. */
export type WorkerParts = {
  /** The worker's role: one account at a time, through `withAccount`. */
  db: Database;
  /** The sweep's role: every account, ids and states alone. */
  sweepDb: Database;
  storage: Storage;
  queue: Queue;
  pool: ReaderPool;
  loadForms: LoadForms;
  mail: { secret: MailSecret; transport: MailTransport };
  log: Logger;
};

/** Opens every connection; `close` ends them in order. */
export async function openParts(
  settings: WorkerSettings,
  log: Logger,
): Promise<{ parts: WorkerParts; close: () => Promise<void> }> {
  const onIdleError = tellBreaks(log, {}, 'an idle database connection broke');
  const max = settings.READER_THREADS + 2;
  const db = connectDatabase(settings.DATABASE_WORKER_URL, { max, onIdleError });
  const sweepDb = connectDatabase(settings.DATABASE_SWEEP_URL, { max: 2, onIdleError });
  const storage = await openStorage(settings.storage);
  const queue = await openQueue(settings.queue, tellBreaks(log, {}, 'a queue connection broke'));
  const pool = openReaderPool({
    threads: settings.READER_THREADS,
    timeoutMs: settings.READER_TIMEOUT_SECONDS * 1000,
    log,
  });
  const mail = { secret: settings.mail.secret, transport: openMailTransport(settings.mail.connection) };
  return {
    parts: { db, sweepDb, storage, queue, pool, loadForms: keepForms(), mail, log },
    close: async () => {
      await pool.close();
      await queue.close();
      await storage.close();
      await sweepDb.destroy();
      await db.destroy();
    },
  };
}
