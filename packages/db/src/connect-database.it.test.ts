import { expect, test } from '@jest/globals';
import { createTestDatabase } from '@ticket-pros/testing/test-database';
import { sql } from 'kysely';
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
