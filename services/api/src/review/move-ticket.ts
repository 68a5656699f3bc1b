import { canMoveTicket, type TicketState } from '@ticket-pros/contracts/ticket-state';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { ProblemError } from '../problems/problem-error.ts';

/** A ticket's row, locked until the transaction ends. */
export type LockedTicket = {
  id: string;
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
    .select(['id', 'state', 'version', 'ticket_type', 'reading_number'])
    .where((query) => visibleTickets(scope)(query))
    .where('id', '=', ticketId)
    .where('state', 'not in', ['uploading', 'deleted'])
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ProblemError('not_found');
  if (row.version !== version) throw new ProblemError('version_conflict');
  return { id: row.id, state: row.state, version, ticketType: row.ticket_type, readingNumber: row.reading_number };
}

type Move =
  | { to: 'approved' }
  | { to: 'needs_review' }
  | { to: 'unreadable' }
  | { to: 'rejected'; reason: string }
  | { to: 'received'; readingNumber: number };

/** Moves a locked ticket to another state. Throws `wrong_state` where there is no such way. */
export async function moveTicket(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticket: LockedTicket,
  move: Move,
): Promise<void> {
  if (!canMoveTicket(ticket.state, move.to)) {
    throw new ProblemError('wrong_state', `A ticket in state "${ticket.state}" can not become "${move.to}".`);
  }
  await transaction
    .updateTable('tickets')
    .set({
      state: move.to,
      reviewed_by: move.to === 'received' ? null : scope.memberId,
      approved_at: move.to === 'approved' ? new Date() : null,
      reject_reason: move.to === 'rejected' ? move.reason : null,
      failure_code: null,
      ...(move.to === 'received' ? { reading_number: move.readingNumber, reading_starts: 0 } : {}),
    })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', ticket.id)
    .execute();
}
