import type { TicketFilter } from '@ticket-pros/contracts/ticket';
import type { SeenMembers } from '@ticket-pros/db/find-seen-members';
import type { Schema } from '@ticket-pros/db/schema';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleTickets, visibleTicketsAs } from '@ticket-pros/db/visible-tickets';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { startOfDay } from './start-of-day.ts';

/** Which tickets a list, its counts or an export mean: those that the member sees, without half uploads, narrowed by the filter. */
export function filterTickets(scope: MemberScope, filter: TicketFilter, seen?: SeenMembers) {
  return (query: ExpressionBuilder<Schema, 'tickets'>): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = [
      visibleTickets(scope, seen)(query),
      query('tickets.state', 'not in', ['uploading', 'deleted']),
    ];
    if (filter.state !== undefined) conditions.push(query('tickets.state', 'in', filter.state));
    if (filter.memberId !== undefined) conditions.push(query('tickets.member_id', '=', filter.memberId));
    if (filter.receivedFrom !== undefined) {
      conditions.push(query('tickets.received_at', '>=', startOfDay(scope, filter.receivedFrom, 0)));
    }
    if (filter.receivedTo !== undefined) {
      conditions.push(query('tickets.received_at', '<', startOfDay(scope, filter.receivedTo, 1)));
    }
    if (filter.needsCrew !== undefined) {
      conditions.push(
        query('tickets.state', 'in', ['rejected', 'unreadable', 'failed']),
        sql<SqlBool>`not ${isReplaced(scope, seen)}`,
      );
    }
    if (filter.search !== undefined) {
      const pattern = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
      // As one list of keys: thousands of matches are then found in one pass over the index.
      conditions.push(sql<SqlBool>`tickets.id = any (array(select app.tickets_with_text(${pattern})))`);
    }
    return query.and(conditions);
  };
}

/** Whether the same paper was photographed again, as far as the member sees. */
function isReplaced(scope: MemberScope, seen: SeenMembers | undefined) {
  return sql<SqlBool>`exists (
    select 1 from tickets newer
    where newer.account_id = tickets.account_id and newer.replaces_ticket_id = tickets.id
      and newer.state not in ('uploading', 'deleted') and ${visibleTicketsAs(scope, 'newer', seen)}
  )`;
}
