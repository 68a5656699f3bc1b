import type { Database } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { sql } from 'kysely';

type NewAccount = { company: string; ownerUserId: string; ownerName: string };

/** Makes an account whose first owner is an existing user. Answers the owner's scope. */
export async function foundAccount(
  db: Database,
  { company, ownerUserId, ownerName }: NewAccount,
): Promise<MemberScope> {
  const founded = await sql<{ account_id: string; member_id: string }>`
    select account_id, member_id from app.found_account(${company}, ${ownerUserId}, ${ownerName})
  `.execute(db);
  const [row] = founded.rows;
  if (row === undefined) throw new Error('found_account answered no row');
  return { accountId: row.account_id, memberId: row.member_id, seesAccount: true };
}
