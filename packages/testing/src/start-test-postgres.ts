import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@ticket-pros/db/embedded-postgres';
import { migrateDatabase } from '@ticket-pros/db/migrate-database';
import { Client } from 'pg';

export type TestPostgres = {
  /** Address, for the owner, of the migrated database that every test database is copied from. */
  templateUrl: string;
  stop(): Promise<void>;
};

const prefix = 'ticket-pros-postgres-';
const abandonedAfterMs = 24 * 60 * 60_000;

/** Starts an empty Postgres for a run of tests and migrates the template of its test databases. */
export async function startTestPostgres(): Promise<TestPostgres> {
  await removeAbandoned();
  const dataFolder = await mkdtemp(join(tmpdir(), prefix));
  const remove = () => rm(dataFolder, { recursive: true, force: true });
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder, log: () => {}, fast: true });
    await migrateDatabase(postgres.urls);
    await refuseConnections(postgres.ownerUrl);
    return {
      templateUrl: postgres.ownerUrl,
      async stop() {
        await postgres.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A database that somebody is connected to cannot be copied. */
async function refuseConnections(templateUrl: string): Promise<void> {
  const url = new URL(templateUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`alter database ${client.escapeIdentifier(name)} with is_template true allow_connections false`);
  await client.end();
}

/** A run that was killed leaves its folder; its Postgres ended with it. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(prefix) || Date.now() - (await lastUse(folder)) < abandonedAfterMs) continue;
    // Another user's folder stays.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

async function lastUse(folder: string): Promise<number> {
  return stat(join(folder, 'server.log')).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
}
