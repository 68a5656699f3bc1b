import { photographedAgainReason } from '@ticket-pros/contracts/read-back';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { noteLesson } from '../learning/note-lesson.ts';

/**
 * Ends the ticket that a new one takes the place of, in the transaction that receives the new one. What was approved, rejected or removed
 * meanwhile, or belongs to another member by now, stays as it is. A reading that still runs finds itself not wanted any more.
 */
export async function replaceTicket(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  { ticketId, byTicketId }: { ticketId: string; byTicketId: string },
): Promise<void> {
  const old = await transaction
    .selectFrom('tickets')
    .select('state')
    .where('account_id', '=', scope.accountId)
    .where('member_id', '=', scope.memberId)
    .where('id', '=', ticketId)
    .where('state', 'in', ['received', 'reading', 'needs_review', 'failed', 'unreadable'])
    .forUpdate()
    .executeTakeFirst();
  if (old === undefined) return;
  await transaction
    .updateTable('tickets')
    .set({ state: 'rejected', reject_reason: photographedAgainReason, failure_code: null, reviewed_by: null })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', ticketId)
    .execute();
  // It may have been approved once, opened again, and still be an example of its form. The sweep has the lesson learned.
  await noteLesson(transaction, scope, ticketId);
  await writeAudit(transaction, scope, {
    action: 'ticket.replaced',
    subject: { kind: 'ticket', id: ticketId },
    payload: { from: old.state, to: 'rejected', replacedBy: byTicketId },
  });
}
