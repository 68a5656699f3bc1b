import type { DatabaseUrls } from './database-role.ts';
import { createCluster } from './embedded-postgres/create-cluster.ts';
import { deriveDatabaseUrls } from './embedded-postgres/derive-database-urls.ts';
import { findBinaries } from './embedded-postgres/find-binaries.ts';
import { findServerUser } from './embedded-postgres/find-server-user.ts';
import { launchServer } from './embedded-postgres/launch-server.ts';
import { makeDatabase } from './embedded-postgres/make-database.ts';
import { prepareDataFolder } from './embedded-postgres/prepare-data-folder.ts';
import { stopLeftOverServer } from './embedded-postgres/stop-left-over-server.ts';

export type EmbeddedPostgresOptions = {
  /** Where its data, port and password are kept; made where it is missing. One process at a time may use it. */
  dataFolder: string;
  /** Told in a sentence of what somebody may want to know, such as a server left over from a crash. */
  log: (sentence: string) => void;
  /** For tests: nothing is forced to the disk, so that a power cut may lose everything. */
  fast?: boolean;
};

export type EmbeddedPostgres = {
  /** Address of the product's database for its owner, and for every role. */
  ownerUrl: string;
  urls: DatabaseUrls;
  port: number;
  pid: number;
  /** Resolves when the server ends, whoever ended it. */
  ended: Promise<void>;
  /** Ends it cleanly: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
};

/**
 * Starts the Postgres that comes with the packages, on a loopback port, with a password of its own. A server that a
 * killed process left on the same folder is stopped first; this one ends cleanly when this process is gone, however
 * that happens. Throws EmbeddedPostgresError with a sentence for people where it cannot start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, log, fast = false } = options;
  const user = findServerUser();
  const folders = await prepareDataFolder(dataFolder, user);
  const binaries = await findBinaries(user);
  await stopLeftOverServer(folders.cluster, log);
  const password = await createCluster(folders, binaries, user);
  const { server, port } = await launchServer({ folders, binaries, user, fast });
  const ownerUrl = await makeDatabase(port, password);
  return {
    ownerUrl,
    urls: deriveDatabaseUrls(ownerUrl),
    port,
    pid: server.pid,
    ended: server.ended,
    async stop() {
      server.interrupt();
      await server.ended;
    },
  };
}
