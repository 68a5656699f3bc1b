import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readAuditSettings } from '@ticket-pros/config/command-settings';
import { SettingsError } from '@ticket-pros/config/parse-environment';
import { Client } from 'pg';
import { z } from 'zod';
import { findLocalUrls } from '../embedded-postgres/find-local-urls.ts';
import { listAuditedAccounts } from './read-audit-log.ts';
import { verifyAudit } from './verify-audit.ts';
import { readKeptHeads, writeAuditReport } from './write-audit-report.ts';

/**
 * Checks the audit logs of every account, or of one, and says of each what it found.
 * Usage: npm run audit:verify -- [--account <id>] [--kept <file with an earlier answer>]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { account: { type: 'string' }, kept: { type: 'string' } } });
  const only = values.account;
  if (only !== undefined && !z.uuid().safeParse(only).success) throw new SettingsError([`--account: ${only} is no id`]);
  const kept = readKeptHeads(values.kept === undefined ? '' : await readFile(values.kept, 'utf8'));
  const settings = readAuditSettings(process.env);
  const url = settings.DATABASE_OWNER_URL ?? (await findLocalUrls(settings.DATA_FOLDER))?.owner;
  if (url === undefined) {
    throw new SettingsError([`DATABASE_OWNER_URL: is missing, and ${settings.DATA_FOLDER} holds no database`]);
  }
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    // One state of the database, so that events which come in meanwhile don't look like damage.
    await owner.query('begin isolation level repeatable read read only');
    const accounts = only === undefined ? new Set([...(await listAuditedAccounts(owner)), ...kept.keys()]) : [only];
    for (const accountId of accounts) {
      const report = await verifyAudit(owner, accountId, kept.get(accountId));
      if (report.broken !== null) process.exitCode = 1;
      console.log(writeAuditReport(report));
    }
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}

try {
  await main();
} catch (error) {
  const isAway = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
  if (isAway) console.error('The database does not answer. Start it first.');
  else console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
}
