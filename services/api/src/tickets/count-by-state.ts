import type { TicketFilter } from '@ticket-pros/contracts/ticket';
import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import type { Database } from '@ticket-pros/db/connect-database';
import { findSeenMembers } from '@ticket-pros/db/find-seen-members';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { sql } from 'kysely';
import { filterTickets } from './filter-tickets.ts';

/** How many tickets of each state the member sees under a filter; states without any are left out. */
export async function countByState(
  db: Database,
  scope: MemberScope,
  filter: TicketFilter,
): Promise<Map<TicketState, number>> {
  const rows = await withMember(db, scope, async (transaction) => {
    const seen = await findSeenMembers(transaction, scope);
    return transaction
      .selectFrom('tickets')
      .select(['state', sql<number>`count(*)::integer`.as('count')])
      .where(filterTickets(scope, filter, seen))
      .groupBy('state')
      .execute();
  });
  return new Map(rows.map((row) => [row.state, row.count]));
}
