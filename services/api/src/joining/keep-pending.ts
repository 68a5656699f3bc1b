import { languageSchema } from '@ticket-pros/contracts/account';
import { confirmSignUpMinutes } from '@ticket-pros/contracts/invitation';
import type { Database, DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';

const person = { name: z.string(), email: z.string(), passwordHash: z.string() };

/** What waits for an e-mail address to be confirmed: a new account, or a place in one by invitation. */
const pendingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    ...person,
    company: z.string(),
    language: languageSchema,
    /** Promise TP-6: when it was said, which is not when it was confirmed. */
    attestedAt: z.iso.datetime(),
  }),
  z.object({ kind: z.literal('join'), ...person, invitationHash: z.hex() }),
]);
export type Pending = z.infer<typeof pendingSchema>;

/** Keeps it for a day under the hash of the token that its mail carries. */
export async function keepPending(db: Database, tokenHash: Buffer, pending: Pending): Promise<void> {
  const validFor = `${confirmSignUpMinutes} minutes`;
  await sql`select app.keep_pending(${tokenHash}, ${JSON.stringify(pending)}, ${validFor}::interval)`.execute(db);
}

/** Takes it out; another request with the same token waits, and finds nothing if this one succeeds. Throws `link_over`. */
export async function takePending(transaction: DatabaseTransaction, tokenHash: Buffer): Promise<Pending> {
  const { rows } = await sql<{ pending: string | null }>`select app.take_pending(${tokenHash}) as pending`.execute(
    transaction,
  );
  const pending = rows[0]?.pending ?? null;
  if (pending === null) throw new ProblemError('link_over');
  return pendingSchema.parse(JSON.parse(pending));
}
