import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { ProblemError } from '../problems/problem-error.ts';

/** A ticket of the asking member, locked until the transaction ends. */
export type OwnTicket = {
  id: string;
  state: TicketState;
  version: number;
  ticketType: string;
  confirmedByCrewAt: Date | null;
  rejectReason: string | null;
};

/** Locks a ticket that the member photographed itself, whatever its version. Throws `not_found`, and `not_allowed` for somebody else's. */
export async function lockOwnTicket(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticketId: string,
): Promise<OwnTicket> {
  const row = await transaction
    .selectFrom('tickets')
    .select(['id', 'member_id', 'state', 'version', 'ticket_type', 'confirmed_by_crew_at', 'reject_reason'])
    .where((query) => visibleTickets(scope)(query))
    .where('id', '=', ticketId)
    .where('state', 'not in', ['uploading', 'deleted'])
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ProblemError('not_found');
  if (row.member_id !== scope.memberId) {
    throw new ProblemError('not_allowed', 'Only the member who photographed a ticket says this of it.');
  }
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    ticketType: row.ticket_type,
    confirmedByCrewAt: row.confirmed_by_crew_at,
    rejectReason: row.reject_reason,
  };
}
