import { text } from 'node:stream/consumers';
import { readApiSettings } from '@ticket-pros/config/api-settings';
import { memberRoleSchema } from '@ticket-pros/contracts/member-role';
import { connectDatabase } from '@ticket-pros/db/connect-database';
import pino from 'pino';
import { z } from 'zod';
import { openAuth } from '../sign-in/open-auth.ts';
import { addMember } from './add-member.ts';
import { createAccount } from './create-account.ts';

const person = z.object({ name: z.string().min(1), email: z.email(), password: z.string().min(10) });
const inputSchema = z.object({
  company: z.string().min(1),
  owner: person,
  members: z.array(person.extend({ role: memberRoleSchema })).default([]),
});

/** Makes an account from JSON on standard input: { company, owner: {name, email, password}, members: [{role, …}] }. */
const settings = readApiSettings(process.env);
const input = inputSchema.parse(JSON.parse(await text(process.stdin)));
const db = connectDatabase(settings.DATABASE_URL, { max: 1, onIdleError: () => {} });
const { auth, close } = openAuth(settings, { max: 1, logger: pino({ level: 'error' }, pino.destination(2)) });
try {
  const owner = await createAccount(db, auth, { company: input.company, ownerName: input.owner.name, ...input.owner });
  for (const member of input.members) await addMember(db, auth, owner, { ...member, reportsTo: null });
  console.log(JSON.stringify({ accountId: owner.accountId }));
} finally {
  await db.destroy();
  await close();
}
