import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { Schema } from '@ticket-pros/db/schema';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleMembers } from '@ticket-pros/db/visible-members';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

type Selection = {
  where?: (query: ExpressionBuilder<Schema, 'members'>) => Expression<SqlBool>;
  limit: number;
};

/** Rows of the members that the asking one sees, in order of name, each with the number of its tickets. */
export async function selectMembers(transaction: DatabaseTransaction, scope: MemberScope, { where, limit }: Selection) {
  const rows = await transaction
    .selectFrom('members')
    .select([
      'id',
      'user_id',
      'name',
      'role',
      'visibility',
      'reports_to',
      'branch_member_id',
      'is_active',
      'created_at',
      'last_seen_at',
      (query) =>
        query
          .selectFrom('tickets')
          .select(sql<number>`count(*)::integer`.as('count'))
          .where((tickets) => visibleTickets(scope)(tickets))
          .whereRef('tickets.account_id', '=', 'members.account_id')
          .whereRef('tickets.member_id', '=', 'members.id')
          .where('tickets.state', 'not in', ['uploading', 'deleted'])
          .as('ticket_count'),
    ])
    .where((query) => query.and([visibleMembers(scope)(query), ...(where === undefined ? [] : [where(query)])]))
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(limit)
    .execute();
  const seen = scope.seesAccount ? null : new Set(await selectVisibleIds(transaction));
  const ifSeen = (id: string | null) => (id === null || seen === null || seen.has(id) ? id : null);
  return rows.map((row) => ({
    ...row,
    reports_to: ifSeen(row.reports_to),
    branch_member_id: ifSeen(row.branch_member_id),
    ticket_count: row.ticket_count ?? 0,
  }));
}
export type MemberRow = Awaited<ReturnType<typeof selectMembers>>[number];

async function selectVisibleIds(transaction: DatabaseTransaction): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select unnest(app.visible_member_ids()) as id`.execute(transaction);
  return rows.map((row) => row.id);
}
