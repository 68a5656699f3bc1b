import type { SelfApproval } from '@ticket-pros/contracts/self-approval';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { sql } from 'kysely';

const days = 90;

/**
 * What the spot checks of the last days found: how many values the tickets had that were picked and approved, and how many of these a
 * member had changed, added or removed.
 */
export async function measureErrors(
  transaction: DatabaseTransaction,
  scope: MemberScope,
): Promise<SelfApproval['measured']> {
  const measured = await transaction
    .selectFrom('tickets')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('ticket_values')
          .select([
            sql<number>`count(*) filter (where normalized is not null or source = 'member')`.as('told'),
            sql<number>`count(*) filter (where source = 'member')`.as('changed'),
          ])
          .whereRef('ticket_values.account_id', '=', 'tickets.account_id')
          .whereRef('ticket_values.ticket_id', '=', 'tickets.id')
          .as('read'),
      (join) => join.on('tickets.is_sample', '=', true),
    )
    .select([
      sql<number>`(count(*) filter (where tickets.approved_itself))::integer`.as('approvedThemselves'),
      sql<number>`(count(*) filter (where tickets.is_sample))::integer`.as('checked'),
      sql<number>`coalesce(sum(read.told), 0)::integer`.as('values'),
      sql<number>`coalesce(sum(read.changed), 0)::integer`.as('wrongValues'),
    ])
    .where((query) => visibleTickets(scope)(query))
    .where('tickets.state', '=', 'approved')
    .where((query) => query.or([query('tickets.approved_itself', '=', true), query('tickets.is_sample', '=', true)]))
    .where('tickets.received_at', '>', sql<Date>`now() - make_interval(days => ${days})`)
    .executeTakeFirstOrThrow();
  return { days, ...measured };
}
