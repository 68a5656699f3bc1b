import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { Pool } from 'pg';
import { type AuthDatabase, openAuthTables } from './auth-tables.ts';
import { countTry, forgiveTry } from './limit-tries.ts';

let database: TestDatabase;
let pool: Pool;
let tables: AuthDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.urls.auth, max: 20 });
  tables = openAuthTables(pool);
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

const hour = 60 * 60;
const start = new Date('2026-01-01T00:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

test('of many tries at the same moment no more pass than of as many one after the other', async () => {
  const counters = [
    { key: 'b: at once', free: 5, windowSeconds: hour },
    { key: 'a: at once', free: 100, windowSeconds: hour },
  ];
  // A first one, so that the rows are there and nobody waits for somebody else to make them.
  await countTry(tables, counters, start);
  const waits = await Promise.all(
    Array.from({ length: 60 }, (_, number) =>
      countTry(tables, number % 2 === 0 ? counters : [...counters].reverse(), start),
    ),
  );
  expect(waits.filter((wait) => wait === 0)).toHaveLength(4);
  expect(new Set(waits)).toEqual(new Set([0, 1]));
  const { tries } = await tables
    .selectFrom('signInTry')
    .select('tries')
    .where('key', '=', 'a: at once')
    .executeTakeFirstOrThrow();
  expect(tries).toBe(5);
});

test('a count starts anew when its window is over, but not while its wait lasts', async () => {
  const counters = [{ key: 'window', free: 2, windowSeconds: hour }];
  for (const seconds of [0, 1]) expect(await countTry(tables, counters, later(seconds))).toBe(0);
  expect(await countTry(tables, counters, later(1))).toBe(1);
  expect(await countTry(tables, counters, later(2))).toBe(0);
  expect(await countTry(tables, counters, later(2))).toBe(2);
  for (const seconds of [hour, hour]) expect(await countTry(tables, counters, later(seconds))).toBe(0);
});

test('a try that was right takes back its own count and nobody else’s', async () => {
  const shared = { key: 'shared', free: 3, windowSeconds: hour };
  const own = { key: 'own', free: 3, windowSeconds: hour };
  for (let wrong = 0; wrong < 2; wrong += 1) await countTry(tables, [shared], start);
  for (let right = 0; right < 10; right += 1) {
    expect(await countTry(tables, [shared, own], start)).toBe(0);
    await forgiveTry(tables, { counters: [shared, own], forgotten: [own.key] });
  }
  expect(await countTry(tables, [shared], start)).toBe(0);
  expect(await countTry(tables, [shared], start)).toBe(1);
  expect(await tables.selectFrom('signInTry').select('key').where('key', '=', 'own').execute()).toEqual([]);
});
