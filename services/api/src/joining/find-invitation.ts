import { invitationLookSchema } from '@ticket-pros/contracts/invitation';
import type { Database } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';

const foundInvitationSchema = invitationLookSchema.extend({
  /** The link came out of the mail that was sent to `email`, so that its bearer reads that mailbox. */
  provesEmail: z.boolean(),
});
export type FoundInvitation = z.output<typeof foundInvitationSchema>;

/** What the bearer of a link may know of its invitation. Throws `invitation_over` alike for one that is over and one that never was. */
export async function findInvitation(db: Database, tokenHash: Buffer): Promise<FoundInvitation> {
  const { rows } = await sql`
    select company, role, inviter, email, name, language, sign_in_code as "signInCode", proves_email as "provesEmail"
    from app.find_invitation(${tokenHash})
  `.execute(db);
  if (rows[0] === undefined) throw new ProblemError('invitation_over');
  return foundInvitationSchema.parse(rows[0]);
}
