import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { SeenMembers } from './find-seen-members.ts';
import type { MemberScope } from './scope.ts';

/** That a row which a query looks up beside its own is of a member that the asking one sees; `column` tells whose it is. */
export function visibleBeside(
  scope: MemberScope,
  name: string,
  column: 'id' | 'member_id',
  seen: SeenMembers | undefined,
): RawBuilder<SqlBool> {
  const ofAccount = sql<SqlBool>`${sql.ref(`${name}.account_id`)} = ${scope.accountId}`;
  if (scope.seesAccount) return sql<SqlBool>`(${ofAccount} and (select app.sees_account()))`;
  const memberIds = seen === undefined ? sql`(select app.visible_member_ids())` : sql`${seen.memberIds}`;
  return sql<SqlBool>`(${ofAccount} and ${sql.ref(`${name}.${column}`)} = any (${memberIds}::uuid[]) is true)`;
}
