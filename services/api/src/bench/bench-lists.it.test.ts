import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeUnguardedRole, type UnguardedRole } from '@ticket-pros/testing/make-unguarded-role';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { Client } from 'pg';
import { loadLists } from './load-lists.ts';
import { measureLists } from './measure-lists.ts';

let database: TestDatabase;
let role: UnguardedRole;

beforeAll(async () => {
  database = await createTestDatabase();
  role = await makeUnguardedRole(database);
});
afterAll(async () => {
  await role?.drop();
  await database?.drop();
});

// Small, and without a word about times: `npm run bench:lists` measures those over a million.
test('the lists answer as by hand, and read no large table from end to end', async () => {
  const owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  const askers = await loadLists(owner, { tickets: 20_000, accounts: 40 }).finally(() => owner.end());
  const { measures, tableScans } = await measureLists({ urls: database.urls, unguardedUrl: role.url, askers, runs: 1 });
  expect(measures.length).toBe(33);
  expect(measures.filter(({ asker, rows }) => asker === 'owner' && rows === 0)).toEqual([]);
  const scans = measures.flatMap(({ asker, question, scans }) => scans.map((scan) => `${asker}, ${question}: ${scan}`));
  expect(scans.filter((scan) => /Seq Scan (tickets|ticket_values|images)$/.test(scan))).toEqual([]);
  expect(tableScans).toEqual([]);
}, 120_000);
