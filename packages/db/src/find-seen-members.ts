import { sql } from 'kysely';
import type { DatabaseTransaction } from './connect-database.ts';
import type { MemberScope } from './scope.ts';

/** The members that the asking one sees, as the database told it; good for the transaction that asked. */
export type SeenMembers = { readonly memberIds: readonly string[] };

/**
 * Asks the database once whom the member sees, so that the planner of what follows knows. Undefined where that is the whole account,
 * which needs no list.
 */
export async function findSeenMembers(
  transaction: DatabaseTransaction,
  scope: MemberScope,
): Promise<SeenMembers | undefined> {
  if (scope.seesAccount) return undefined;
  const { rows } = await sql<{ memberIds: string[] }>`
    select app.visible_member_ids()::text[] as "memberIds"`.execute(transaction);
  return { memberIds: rows[0]?.memberIds ?? [] };
}
