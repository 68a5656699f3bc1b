import type { Database } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { sql } from 'kysely';
import type { Auth } from '../sign-in/create-auth.ts';
import { createUser } from './create-user.ts';

type NewAccount = { company: string; ownerName: string; email: string; password: string };

/** Makes an account with its first owner. Throws when the e-mail address already has a user. */
export async function createAccount(db: Database, auth: Auth, account: NewAccount): Promise<MemberScope> {
  const userId = await createUser(auth, { name: account.ownerName, email: account.email, password: account.password });
  const founded = await sql<{ account_id: string; member_id: string }>`
    select account_id, member_id from app.found_account(${account.company}, ${userId}, ${account.ownerName})
  `.execute(db);
  const row = founded.rows[0];
  if (row === undefined) throw new Error('found_account answered no row');
  return { accountId: row.account_id, memberId: row.member_id };
}
