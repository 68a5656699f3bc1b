import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { ProblemError } from '../problems/problem-error.ts';
import { reviewActions } from './review-actions.ts';

/** A ticket's row, locked until the transaction ends. */
export type LockedTicket = {
  id: string;
  memberId: string;
  state: TicketState;
  version: number;
  ticketType: string;
  readingNumber: number;
};

/**
 * Locks a ticket that the member sees and checks that it still has the version the member looked at. Throws `not_found`,
 * `version_conflict`.
 */
export async function lockTicket(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  { ticketId, version }: { ticketId: string; version: number },
): Promise<LockedTicket> {
  const row = await transaction
    .selectFrom('tickets')
    .select(['id', 'member_id', 'state', 'version', 'ticket_type', 'reading_number'])
    .where((query) => visibleTickets(scope)(query))
    .where('id', '=', ticketId)
    .where('state', 'not in', ['uploading', 'deleted'])
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ProblemError('not_found');
  if (row.version !== version) throw new ProblemError('version_conflict');
  return {
    id: row.id,
    memberId: row.member_id,
    state: row.state,
    version,
    ticketType: row.ticket_type,
    readingNumber: row.reading_number,
  };
}

type Move =
  | { action: 'approve' | 'unreadable' | 'reopen' | 'enter by hand' }
  | { action: 'reject'; reason: string }
  | { action: 'read again'; readingNumber: number };

/** Moves a locked ticket as a member's action asks. Throws `wrong_state` where the action does not begin in the ticket's state. */
export async function moveTicket(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticket: LockedTicket,
  move: Move,
): Promise<void> {
  const { from, to, isDecision, audit } = reviewActions[move.action];
  if (!from.includes(ticket.state)) {
    throw new ProblemError('wrong_state', `A ticket in state "${ticket.state}" can not become "${to}" by a review.`);
  }
  await transaction
    .updateTable('tickets')
    .set({
      state: to,
      reviewed_by: isDecision ? scope.memberId : null,
      approved_at: to === 'approved' ? new Date() : null,
      reject_reason: move.action === 'reject' ? move.reason : null,
      failure_code: null,
      approved_itself: false,
      ...(move.action === 'read again'
        ? { reading_number: move.readingNumber, reading_starts: 0, is_sample: false }
        : {}),
    })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', ticket.id)
    .execute();
  if (audit === null) return;
  await writeAudit(transaction, scope, {
    action: audit,
    subject: { kind: 'ticket', id: ticket.id },
    payload: { from: ticket.state, to, ...(move.action === 'reject' ? { reason: move.reason } : {}) },
  });
}
