import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';

/**
 * Waits for whoever changes members of the account now, as the database does with every change of the tree: what an owner's transaction
 * reads after this still holds when it writes.
 */
export async function lockMembers(transaction: DatabaseTransaction, { accountId }: MemberScope): Promise<void> {
  await transaction.selectFrom('accounts').select('id').where('id', '=', accountId).forNoKeyUpdate().execute();
}
