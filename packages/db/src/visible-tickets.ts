import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { MemberScope } from './scope.ts';

/**
 * The predicate that every query over `tickets` names: the tickets that this member may see. Row-level security holds the same
 * line again; this is the first of the two locks.
 */
export function visibleTickets(scope: MemberScope) {
  return (query: ExpressionBuilder<Schema, 'tickets'>): Expression<SqlBool> =>
    query.and([
      query('tickets.account_id', '=', scope.accountId),
      query.or([
        sql<SqlBool>`(select app.sees_account())`,
        sql<SqlBool>`tickets.member_id = any ((select app.visible_member_ids())::uuid[])`,
      ]),
    ]);
}
