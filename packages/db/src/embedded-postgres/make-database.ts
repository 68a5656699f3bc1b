import { Client } from 'pg';
import { databaseName, ownerRole } from './derive-database-urls.ts';

/** Makes the product's database where it is missing. @returns its address for the owner. */
export async function makeDatabase(port: number, password: string): Promise<string> {
  const urlOf = (database: string) => `postgres://${ownerRole}:${password}@127.0.0.1:${port}/${database}`;
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
  return urlOf(databaseName);
}
