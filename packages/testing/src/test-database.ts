import { randomBytes } from 'node:crypto';
import type { DatabaseUrls } from '@ticket-pros/db/database-role';
import { deriveDatabaseUrls } from '@ticket-pros/db/embedded-postgres/derive-database-urls';
import { Client } from 'pg';
import { readSharedPostgres } from './shared-postgres.ts';

export type TestDatabase = {
  /** Address of this database for its owner and for every role of the product. */
  urls: DatabaseUrls;
  /** Removes it, along with whoever is still connected. */
  drop(): Promise<void>;
};

/** A migrated, empty database of its own, copied from the run's template: one for each test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(readSharedPostgres());
  const name = `test_${randomBytes(8).toString('hex')}`;
  await runOnServer(template, (client) =>
    client.query(`create database ${name} template ${client.escapeIdentifier(template.pathname.slice(1))}`),
  );
  return {
    urls: deriveDatabaseUrls(withDatabase(template, name)),
    drop: () => runOnServer(template, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

async function runOnServer(template: URL, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: withDatabase(template, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(server: URL, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
