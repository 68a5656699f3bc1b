import { text } from 'node:stream/consumers';
import { readApiSettings } from '@ticket-pros/config/api-settings';
import { connectDatabase } from '@ticket-pros/db/connect-database';
import pino from 'pino';
import { openAuth } from '../sign-in/open-auth.ts';
import { accountToEnsureSchema, ensureAccount } from './ensure-account.ts';

/** Makes an account from JSON on standard input: { company, owner: { name, email, password }, members: [{ role, … }] }. */
const settings = readApiSettings(process.env);
const account = accountToEnsureSchema.parse(JSON.parse(await text(process.stdin)));
const db = connectDatabase(settings.DATABASE_URL, { max: 1, onIdleError: () => {} });
const logger = pino({ level: 'error' }, pino.destination(2));
const { auth, close } = openAuth(settings, { max: 1, logger, db });
try {
  const { accountId } = await ensureAccount(db, auth, account);
  console.log(JSON.stringify({ accountId }));
} finally {
  await db.destroy();
  await close();
}
