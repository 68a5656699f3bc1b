import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';
import { ProblemError } from '../problems/problem-error.ts';

/** Where somebody has just got a place. */
export type NewPlace = { accountId: string; memberId: string };

/**
 * Takes one use of an invitation for the user of the transaction (withUser) and makes it a member. Throws `invitation_over`, and what
 * the database says where the user has a place in that account already.
 */
export async function acceptInvitation(
  transaction: DatabaseTransaction,
  { tokenHash, name }: { tokenHash: Buffer; name: string },
): Promise<NewPlace> {
  const { rows } = await sql<NewPlace>`
    select account_id as "accountId", member_id as "memberId" from app.accept_invitation(${tokenHash}, ${name})
  `.execute(transaction);
  if (rows[0] === undefined) throw new ProblemError('invitation_over');
  return rows[0];
}
