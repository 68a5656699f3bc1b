import type { Rereading } from '@ticket-pros/contracts/rereading';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { type SqlBool, sql } from 'kysely';

const latest = 20;

/** Owners see every rereading of the account, others those that they asked for. */
export const visibleRereadings = ({ accountId, memberId }: MemberScope) =>
  sql<SqlBool>`(rereadings.account_id = ${accountId} and (rereadings.asked_by = ${memberId} or (select app.is_owner())))`;

/** The latest rereadings that the member sees, or the one with this id. What is read follows from the tickets. */
export async function selectRereadings(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  id?: string,
): Promise<Rereading[]> {
  const rows = await transaction
    .selectFrom('rereadings')
    .innerJoinLateral(
      (query) =>
        query
          .selectFrom('rereading_tickets as chosen')
          .innerJoin('tickets', (join) =>
            join.onRef('tickets.account_id', '=', 'chosen.account_id').onRef('tickets.id', '=', 'chosen.ticket_id'),
          )
          .select([
            sql<number>`count(*)::integer`.as('tickets'),
            sql<number>`(count(*) filter (where chosen.is_left_out))::integer`.as('left_out'),
            sql<number>`(count(*) filter (where chosen.reading_number < tickets.reading_number
              or (chosen.reading_number = tickets.reading_number and tickets.state not in ('received', 'reading'))))::integer`.as(
              'read',
            ),
          ])
          .whereRef('chosen.account_id', '=', 'rereadings.account_id')
          .whereRef('chosen.rereading_id', '=', 'rereadings.id')
          .as('counts'),
      (join) => join.onTrue(),
    )
    .select([
      'rereadings.id',
      'rereadings.asked_at',
      'rereadings.stopped_at',
      'rereadings.finished_at',
      'counts.tickets',
      'counts.left_out',
      'counts.read',
    ])
    .where(visibleRereadings(scope))
    .$if(id !== undefined, (query) => query.where('rereadings.id', '=', id ?? ''))
    .orderBy('rereadings.asked_at', 'desc')
    .orderBy('rereadings.id', 'desc')
    .limit(latest)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.asked_at.toISOString(),
    stoppedAt: row.stopped_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    tickets: row.tickets,
    read: row.read,
    leftOut: row.left_out,
  }));
}
