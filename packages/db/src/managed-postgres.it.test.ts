import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { retentionRole } from './database-role.ts';
import { deriveDatabaseUrls } from './embedded-postgres/derive-database-urls.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { migrateDatabase } from './migrate-database.ts';
import { removeEmbeddedPostgres } from './remove-embedded-postgres.ts';

let parent: string;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  // A cluster of its own: the roles of the shared one were made by a superuser.
  parent = await mkdtemp(join(tmpdir(), 'ticket-pros-managed-'));
  await chmod(parent, 0o755);
  postgres = await startEmbeddedPostgres({ dataFolder: join(parent, 'postgres'), log: () => {}, fast: true });
});
afterAll(async () => {
  await postgres?.stop();
  await removeEmbeddedPostgres(join(parent, 'postgres'), () => {});
  await rm(parent, { recursive: true, force: true });
});

test('an owner without superuser rights, as managed databases have it, migrates and takes the retention role on', async () => {
  const password = randomBytes(16).toString('hex');
  const superuser = new Client({ connectionString: postgres.ownerUrl });
  await superuser.connect();
  await superuser.query(`create role managed_owner login createrole createdb password '${password}'`);
  await superuser.query('create database managed owner managed_owner');
  await superuser.end();
  const address = new URL(postgres.ownerUrl);
  address.username = 'managed_owner';
  address.password = password;
  address.pathname = '/managed';
  const urls = deriveDatabaseUrls(address.href);

  expect((await migrateDatabase(urls)).length).toBeGreaterThan(10);
  expect(await migrateDatabase(urls)).toEqual([]);

  const owner = new Client({ connectionString: urls.owner });
  await owner.connect();
  await owner.query(`set role ${retentionRole}`);
  await expect(owner.query('select payload from audit_events')).rejects.toThrow('permission denied');
  await owner.end();
  for (const url of Object.values(urls)) {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.end();
  }
});
