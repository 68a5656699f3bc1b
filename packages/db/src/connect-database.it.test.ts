import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createTestDatabase } from '@ticket-pros/testing/test-database';
import { sql } from 'kysely';
import { Client } from 'pg';
import { connectDatabase } from './connect-database.ts';

test('a connection gives up what hangs, on the side of the server too', async () => {
  const database = await createTestDatabase();
  const db = connectDatabase(database.urls.worker, { max: 1, onIdleError: () => {} });
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`.execute(db);
  await db.destroy();
  await database.drop();
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, Number(setting)]))).toEqual({
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
  });
});

test('a connection that breaks between two queries of a transaction fails the next query, and nothing else', async () => {
  const database = await createTestDatabase();
  const db = connectDatabase(database.urls.worker, { max: 1, onIdleError: () => {} });
  const broken: unknown[] = [];
  const listen = (error: unknown) => void broken.push(error);
  process.on('uncaughtException', listen);
  const work = db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    const owner = new Client({ connectionString: database.urls.owner });
    await owner.connect();
    await owner.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    await owner.end();
    await wait(50);
    await sql`select 1`.execute(transaction);
  });
  await expect(work).rejects.toThrow();
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  process.off('uncaughtException', listen);
  expect(broken).toEqual([]);
  await db.destroy();
  await database.drop();
});
