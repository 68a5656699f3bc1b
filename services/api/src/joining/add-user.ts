import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';

/** A person who signs in with an e-mail address that was confirmed, or with a name. */
export type NewUser = { name: string; email: string; signInName: string | null; passwordHash: string };

/** Makes the user of the transaction (withUser, with a new id): it is there only if all else in the transaction is. */
export async function addUser(
  transaction: DatabaseTransaction,
  { name, email, signInName, passwordHash }: NewUser,
): Promise<void> {
  await sql`select app.add_user(${name}, ${email}, ${signInName}, ${passwordHash})`.execute(transaction);
}

/** Whether the database refused a user because the e-mail address or the sign-in name is taken. */
export function isTaken(error: unknown): boolean {
  return constraintOf(error) === 'user_email_key' || constraintOf(error) === 'user_username_uidx';
}

/** Whether the database refused a member because the user has a place in that account, active or not. */
export function isMemberAlready(error: unknown): boolean {
  return constraintOf(error) === 'members_account_id_user_id_key';
}

function constraintOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'constraint' in error ? error.constraint : undefined;
}
