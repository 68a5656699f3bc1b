import type { TicketCorrection } from '@ticket-pros/contracts/read-back';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { sql } from 'kysely';

const most = 500;

/** What was changed on a ticket since it was read, oldest first, the latest 500 of it. Tells whether its own member did, not who else. */
export async function selectCorrections(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticketId: string,
): Promise<TicketCorrection[]> {
  const rows = await transaction
    .selectFrom('corrections')
    .innerJoin('tickets', (join) =>
      join.onRef('tickets.account_id', '=', 'corrections.account_id').onRef('tickets.id', '=', 'corrections.ticket_id'),
    )
    .select([
      'corrections.field',
      'corrections.row_number',
      'corrections.text_before',
      'corrections.text_after',
      'corrections.created_at',
      sql<boolean>`corrections.member_id = tickets.member_id`.as('by_own_member'),
    ])
    .where((query) => visibleTickets(scope)(query))
    .where('tickets.id', '=', ticketId)
    .orderBy('corrections.created_at', 'desc')
    .orderBy('corrections.id', 'desc')
    .limit(most)
    .execute();
  return rows.reverse().map((row) => ({
    field: row.field,
    row: row.row_number,
    before: row.text_before,
    after: row.text_after,
    at: row.created_at.toISOString(),
    byOwnMember: row.by_own_member,
  }));
}
