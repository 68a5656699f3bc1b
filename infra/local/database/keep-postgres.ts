import type { DatabaseUrls } from '@ticket-pros/db/database-role';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@ticket-pros/db/embedded-postgres';
import { StartError } from '../start-error.ts';

export type KeptPostgres = {
  urls: DatabaseUrls;
  /** Rejects when it ended and could not be brought back. */
  failed: Promise<never>;
  stop(): Promise<void>;
};

/** Starts the embedded Postgres, and starts it again whenever it ends before it is stopped. */
export async function keepPostgres(dataFolder: string, say: (sentence: string) => void): Promise<KeptPostgres> {
  const start = () => startEmbeddedPostgres({ dataFolder, log: say });
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => {});
  let current: EmbeddedPostgres = await start();
  let stopping = false;
  const { urls } = current;

  const watching = (async () => {
    for (;;) {
      await current.ended;
      if (stopping) return;
      say('The database ended; starting it again.');
      current = await start();
      if (stopping) await current.stop();
      if (current.ownerUrl !== urls.owner) throw new StartError('The database lost its port. Start again.');
    }
  })().catch(reject);

  return {
    urls,
    failed,
    async stop() {
      stopping = true;
      await current.stop();
      await watching;
    },
  };
}
