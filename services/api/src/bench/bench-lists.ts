import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@ticket-pros/db/embedded-postgres';
import { migrateDatabase } from '@ticket-pros/db/migrate-database';
import { Client } from 'pg';
import { formatMeasures } from './format-measures.ts';
import { type ListAsker, type ListSize, loadLists } from './load-lists.ts';
import { measureLists } from './measure-lists.ts';

const usage = 'Usage: bench:lists [--tickets 1000000] [--accounts 200] [--runs 60]';

/** A role that may do what the API's role may, and passes row-level security. */
async function makeUnguardedRole(ownerUrl: string): Promise<string> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`create role bench_unguarded login bypassrls password 'bench' in role ticket_pros_app`);
  await owner.end();
  const url = new URL(ownerUrl);
  url.username = 'bench_unguarded';
  url.password = 'bench';
  return url.href;
}

async function load(ownerUrl: string, size: ListSize): Promise<ListAsker[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await loadLists(owner, size);
  } finally {
    await owner.end();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      tickets: { type: 'string', default: '1000000' },
      accounts: { type: 'string', default: '200' },
      runs: { type: 'string', default: '60' },
    },
  });
  const [tickets, accounts, runs] = [values.tickets, values.accounts, values.runs].map(Number);
  if (!tickets || !accounts || !runs || tickets < 10_000 || accounts < 2) throw new Error(usage);
  const dataFolder = await mkdtemp(join(tmpdir(), 'ticket-pros-bench-'));
  const postgres = await startEmbeddedPostgres({ dataFolder, log: () => {}, fast: true });
  try {
    await migrateDatabase(postgres.urls);
    const start = performance.now();
    const askers = await load(postgres.ownerUrl, { tickets, accounts });
    console.log(
      `${tickets} tickets of ${accounts} accounts loaded in ${Math.round((performance.now() - start) / 1000)} s`,
    );
    const unguardedUrl = await makeUnguardedRole(postgres.ownerUrl);
    const { measures, tableScans } = await measureLists({ urls: postgres.urls, unguardedUrl, askers, runs });
    console.log(formatMeasures(measures));
    if (tableScans.length > 0) {
      console.error(`Read from end to end: ${tableScans.join(', ')}`);
      process.exitCode = 1;
    }
  } finally {
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

await main();
