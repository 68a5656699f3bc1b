import type { Database } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { sql } from 'kysely';

type NewAccount = {
  company: string;
  ownerUserId: string;
  ownerName: string;
  /** When the founder said that the account is for business use, by people of age (promise TP-6). */
  attestedAt: Date;
};

/** Makes an account whose first owner is an existing user. Answers the owner's scope. */
export async function foundAccount(
  db: Database,
  { company, ownerUserId, ownerName, attestedAt }: NewAccount,
): Promise<MemberScope> {
  const founded = await sql<{ account_id: string; member_id: string }>`
    select account_id, member_id from app.found_account(${company}, ${ownerUserId}, ${ownerName}, ${attestedAt})
  `.execute(db);
  const [row] = founded.rows;
  if (row === undefined) throw new Error('found_account answered no row');
  return { accountId: row.account_id, memberId: row.member_id, seesAccount: true };
}
