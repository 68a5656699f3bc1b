import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseUrls } from '../database-role.ts';
import { databaseName, deriveDatabaseUrls, ownerRole } from './derive-database-urls.ts';

/** The addresses of the database that a local start keeps in this data folder; null where there is none. */
export async function findLocalUrls(dataFolder: string): Promise<DatabaseUrls | null> {
  const read = (name: string) => readFile(join(dataFolder, 'postgres', name), 'utf8').catch(() => null);
  const [port, password] = await Promise.all([read('port'), read('password')]);
  if (port === null || password === null) return null;
  return deriveDatabaseUrls(`postgres://${ownerRole}:${password}@127.0.0.1:${port.trim()}/${databaseName}`);
}
