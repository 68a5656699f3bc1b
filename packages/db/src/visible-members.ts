import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { SeenMembers } from './find-seen-members.ts';
import type { Schema } from './schema.ts';
import type { MemberScope } from './scope.ts';
import { visibleBeside } from './visible-beside.ts';

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

/**
 * The same for members that a query looks up beside its own, row by row, such as the name of who reviewed a ticket. `is true` leaves the
 * choice of the index to what the row is looked up by.
 */
export function visibleMembersAs(scope: MemberScope, name: string, seen?: SeenMembers): RawBuilder<SqlBool> {
  return visibleBeside(scope, name, 'id', seen);
}
