import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { replaceTicket } from './replace-ticket.ts';

/**
 * Puts the ticket into state `received` once every photo is safe, and ends the one that it replaces. Answers false when another try of
 * the same upload did so before, or gave the upload up.
 */
export function finishUpload(
  db: Database,
  scope: MemberScope,
  { ticketId, photos }: { ticketId: string; photos: number },
): Promise<boolean> {
  return withMember(db, scope, async (transaction) => {
    const received = await transaction
      .updateTable('tickets')
      .set({ state: 'received', received_at: new Date() })
      .where('account_id', '=', scope.accountId)
      .where('member_id', '=', scope.memberId)
      .where('id', '=', ticketId)
      .where('state', '=', 'uploading')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('images')
              .select('images.id')
              .whereRef('images.account_id', '=', 'tickets.account_id')
              .whereRef('images.ticket_id', '=', 'tickets.id')
              .where('images.stored_at', 'is', null),
          ),
        ),
      )
      .returning('replaces_ticket_id')
      .executeTakeFirst();
    if (received === undefined) return false;
    await writeAudit(transaction, scope, {
      action: 'ticket.captured',
      subject: { kind: 'ticket', id: ticketId },
      payload: { photos },
    });
    if (received.replaces_ticket_id !== null) {
      await replaceTicket(transaction, scope, { ticketId: received.replaces_ticket_id, byTicketId: ticketId });
    }
    return true;
  });
}
