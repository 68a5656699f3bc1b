import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readLocation } from './embedded-postgres/prepare-data-folder.ts';
import { stopLeftOverServer } from './embedded-postgres/stop-left-over-server.ts';

/** Deletes an embedded Postgres with everything in it. A server that still runs on it is stopped first. */
export async function removeEmbeddedPostgres(dataFolder: string, log: (sentence: string) => void): Promise<void> {
  const elsewhere = await readLocation(dataFolder);
  const cluster = elsewhere ?? join(dataFolder, 'cluster');
  await stopLeftOverServer(cluster, log);
  await rm(cluster, { recursive: true, force: true });
  await rm(dataFolder, { recursive: true, force: true });
}
