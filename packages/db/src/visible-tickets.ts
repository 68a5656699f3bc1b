import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { SeenMembers } from './find-seen-members.ts';
import type { Schema } from './schema.ts';
import type { MemberScope } from './scope.ts';
import { visibleBeside } from './visible-beside.ts';

/**
 * The predicate that every query over `tickets` names: the tickets that this member may see. Row-level security holds the same
 * line again; this is the first of the two locks. It names one of the two cases, and the function without a subquery, so that the planner
 * knows how few members these are and takes the index by member. `seesAccount` only chooses the case: the database is asked once for each
 * query whether it still holds, because scopes outlive what they say (a long export, an open stream).
 * `seen`, from find-seen-members.ts in the same transaction, lets long lists also be read in their order, past the tickets of others.
 */
export function visibleTickets(scope: MemberScope, seen?: SeenMembers) {
  return (query: ExpressionBuilder<Schema, 'tickets'>): Expression<SqlBool> =>
    query.and([query('tickets.account_id', '=', scope.accountId), seenIn(scope, 'tickets.member_id', seen)]);
}

function seenIn(scope: MemberScope, column: string, seen: SeenMembers | undefined): RawBuilder<SqlBool> {
  if (scope.seesAccount) return sql<SqlBool>`(select app.sees_account())`;
  if (seen !== undefined) return sql<SqlBool>`${sql.ref(column)} = any (${seen.memberIds}::uuid[])`;
  return sql<SqlBool>`${sql.ref(column)} = any (app.visible_member_ids())`;
}

/**
 * The same for tickets that a query looks up beside its own, row by row, under another name: whose they may be is asked once. `is true`
 * leaves the choice of the index to what the row is looked up by.
 */
export function visibleTicketsAs(scope: MemberScope, name: string, seen?: SeenMembers): RawBuilder<SqlBool> {
  return visibleBeside(scope, name, 'member_id', seen);
}
