import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';

/** Notes, in the transaction of a decision about a ticket, that the account's forms have yet to learn from it or to forget it. */
export async function noteLesson(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticketId: string,
): Promise<void> {
  await transaction
    .insertInto('lessons_due')
    .values({ account_id: scope.accountId, ticket_id: ticketId })
    .onConflict((conflict) => conflict.columns(['account_id', 'ticket_id']).doUpdateSet({ due_at: new Date() }))
    .execute();
}
