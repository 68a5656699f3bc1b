import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectDatabase } from '@ticket-pros/db/connect-database';
import { makeUnguardedRole, type UnguardedRole } from '@ticket-pros/testing/make-unguarded-role';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { CompiledQuery } from 'kysely';
import { Client } from 'pg';
import { type ListAsker, loadLists } from './load-lists.ts';
import { measureLists } from './measure-lists.ts';
import { countTableScans, readScans } from './read-plans.ts';

let database: TestDatabase;
let role: UnguardedRole;
let askers: ListAsker[];

beforeAll(async () => {
  database = await createTestDatabase();
  role = await makeUnguardedRole(database);
  const owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  askers = await loadLists(owner, { tickets: 20_000, accounts: 40 }).finally(() => owner.end());
}, 120_000);
afterAll(async () => {
  await role?.drop();
  await database?.drop();
});

async function askAll() {
  return measureLists({ urls: database.urls, unguardedUrl: role.url, askers, runs: 1 });
}

/** Of the large tables, as the plans name them. */
const tablesRead = ({ measures }: Awaited<ReturnType<typeof askAll>>) =>
  measures.flatMap(({ scans }) =>
    scans.filter((scan) => /^(Parallel )?Seq Scan (tickets|ticket_values|images)$/.test(scan)),
  );

// Small, and without a word about times: `npm run bench:lists` measures those over a million.
test('the lists answer as by hand, and read no large table from end to end', async () => {
  const found = await askAll();
  expect(found.measures.length).toBe(33);
  expect(found.measures.filter(({ asker, rows }) => asker === 'owner' && rows === 0)).toEqual([]);
  expect(tablesRead(found)).toEqual([]);
  expect(found.tableScans).toEqual([]);
}, 120_000);

test('it sees when a table is read from end to end, in a plan and by what was done', async () => {
  const owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  const before = await countTableScans(owner);
  await owner.query('select count(*) from ticket_values where confidence = 2; select pg_stat_force_next_flush()');
  const after = await countTableScans(owner);
  expect(after.ticket_values).toBeGreaterThan(before.ticket_values ?? Number.NaN);
  const name = new URL(database.urls.owner).pathname.slice(1);
  for (const kind of ['indexscan', 'indexonlyscan', 'bitmapscan']) {
    await owner.query(`alter database ${name} set enable_${kind} = off`);
  }
  await owner.end();
  const app = connectDatabase(database.urls.app, { max: 1, onIdleError: () => {} });
  const [asker] = askers;
  if (asker === undefined) throw new Error('nobody asks');
  const scans = await readScans(app, asker, CompiledQuery.raw('select count(*) from tickets')).finally(() =>
    app.destroy(),
  );
  expect(scans).toEqual(['Seq Scan tickets']);
});
