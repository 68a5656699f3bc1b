import type { TicketFilter } from '@ticket-pros/contracts/ticket';
import type { Database } from '@ticket-pros/db/connect-database';
import { findSeenMembers } from '@ticket-pros/db/find-seen-members';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { type SqlBool, sql } from 'kysely';
import { filterTickets } from './filter-tickets.ts';
import { readCursor, writeCursor } from './page-cursor.ts';
import { type PlacedSummary, selectTicketSummaries, type TicketOrder } from './select-ticket-summaries.ts';

type PageWanted = { filter: TicketFilter; order: TicketOrder; cursor: string | undefined; limit: number };

/** One page of the tickets that a member sees, by keyset: pages stay right while tickets come in. */
export async function listTicketPage(
  db: Database,
  scope: MemberScope,
  { filter, order, cursor, limit }: PageWanted,
): Promise<{ tickets: PlacedSummary[]; nextCursor: string | null }> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await withMember(db, scope, async (transaction) => {
    const seen = await findSeenMembers(transaction, scope);
    return selectTicketSummaries(transaction, scope, {
      order,
      limit: limit + 1,
      seen,
      where: (query) => {
        const wanted = filterTickets(scope, filter, seen)(query);
        if (after === undefined) return wanted;
        const place = sql`(
          'epoch'::timestamptz + ${after.receivedMicroseconds}::bigint * interval '1 microsecond', ${after.id}::uuid
        )`;
        const beyond =
          order === 'newest'
            ? sql<SqlBool>`(tickets.received_at, tickets.id) < ${place}`
            : sql<SqlBool>`(tickets.received_at, tickets.id) > ${place}`;
        return query.and([wanted, beyond]);
      },
    });
  });
  const tickets = rows.slice(0, limit);
  const last = tickets.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? writeCursor(last) : null;
  return { tickets, nextCursor };
}
