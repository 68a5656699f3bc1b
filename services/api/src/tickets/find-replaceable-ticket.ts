import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';

/**
 * The id of the ticket that a new one says it replaces, where it is the member's own and was received; else null. An id that names no such
 * ticket (removed meanwhile, handed over, somebody else's) must not keep the new photo from being stored.
 */
export async function findReplaceableTicket(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticketId: string | undefined,
): Promise<string | null> {
  if (ticketId === undefined) return null;
  const found = await transaction
    .selectFrom('tickets')
    .select('id')
    .where((query) => visibleTickets(scope)(query))
    .where('member_id', '=', scope.memberId)
    .where('id', '=', ticketId)
    .where('state', 'not in', ['uploading', 'deleted'])
    .executeTakeFirst();
  return found?.id ?? null;
}
