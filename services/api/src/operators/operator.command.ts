import { parseArgs } from 'node:util';
import { type OperatorSettings, readOperatorSettings } from '@ticket-pros/config/command-settings';
import { SettingsError } from '@ticket-pros/config/parse-environment';
import { connectDatabase, type Database } from '@ticket-pros/db/connect-database';
import { findLocalUrls } from '@ticket-pros/db/embedded-postgres/find-local-urls';
import { Client } from 'pg';
import { z } from 'zod';
import { addOperator, disableOperator, newOperatorSchema } from './change-operators.ts';
import { explainOperatorError } from './explain-operator-error.ts';
import { listAccounts } from './list-accounts.ts';
import { lookAtAccount, lookSchema } from './look-at-account.ts';

const usage = `Usage: npm run operator -- <command>
  add-operator --name <name> --email <address>            makes an operator and shows the key, once (database owner)
  disable-operator --email <address>                      takes the key away (database owner)
  accounts                                                lists accounts and how large they are (OPERATOR_KEY)
  look --account <id> --reason <why> [--ticket <id>]      looks at an account's tickets; the customer's audit log tells it (OPERATOR_KEY)`;

/** What operators do, on the command line. Every answer is JSON. */
async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: text, email: text, account: text, reason: text, ticket: text },
  });
  const settings = readOperatorSettings(process.env);
  switch (positionals.join(' ')) {
    case 'add-operator':
      return asOwner(settings, (owner) => addOperator(owner, newOperatorSchema.parse(values)));
    case 'disable-operator':
      return asOwner(settings, (owner) => disableOperator(owner, z.email().parse(values.email)));
    case 'accounts':
      return asOperator(settings, listAccounts);
    case 'look': {
      const { account: accountId, reason, ticket: ticketId } = values;
      const wanted = lookSchema.parse({ accountId, reason, ticketId });
      return asOperator(settings, (db, key) => lookAtAccount(db, key, wanted));
    }
    default:
      console.error(usage);
      process.exitCode = 1;
  }
}

async function asOwner(settings: OperatorSettings, work: (owner: Client) => Promise<object>): Promise<void> {
  const owner = new Client({ connectionString: await addressOf(settings, 'DATABASE_OWNER_URL', 'owner') });
  await owner.connect();
  try {
    print(await work(owner));
  } finally {
    await owner.end();
  }
}

async function asOperator(
  settings: OperatorSettings,
  work: (db: Database, key: string) => Promise<object>,
): Promise<void> {
  const { OPERATOR_KEY: key } = settings;
  if (key === undefined) throw new SettingsError(['OPERATOR_KEY: is missing; give the key that add-operator showed']);
  const url = await addressOf(settings, 'DATABASE_OPERATOR_URL', 'operator');
  const db = connectDatabase(url, { max: 1, onIdleError: () => {} });
  try {
    print(await work(db, key));
  } finally {
    await db.destroy();
  }
}

async function addressOf(
  settings: OperatorSettings,
  setting: 'DATABASE_OWNER_URL' | 'DATABASE_OPERATOR_URL',
  role: 'owner' | 'operator',
): Promise<string> {
  const url = settings[setting] ?? (await findLocalUrls(settings.DATA_FOLDER))?.[role];
  if (url === undefined)
    throw new SettingsError([`${setting}: is missing, and ${settings.DATA_FOLDER} holds no database`]);
  return url;
}

function print(answer: object): void {
  console.log(JSON.stringify(answer, null, 2));
}

try {
  await main();
} catch (error) {
  console.error(explainOperatorError(error) ?? error);
  process.exitCode = 1;
}
