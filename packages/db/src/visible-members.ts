import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { MemberScope } from './scope.ts';

/**
 * The predicate that every query over `members` names: the members that this member may see, itself among them. The first of the two
 * locks, as visible-tickets.ts is for tickets.
 */
export function visibleMembers(scope: MemberScope) {
  return (query: ExpressionBuilder<Schema, 'members'>): Expression<SqlBool> =>
    query.and([
      query('members.account_id', '=', scope.accountId),
      scope.seesAccount
        ? sql<SqlBool>`(select app.sees_account())`
        : sql<SqlBool>`members.id = any (app.visible_member_ids())`,
    ]);
}
