import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { MemberScope } from './scope.ts';

type OwnersTable = 'audit_events' | 'api_keys' | 'privacy_requests' | 'forms';

/**
 * The predicate that every query over what an account's owners alone may see names: rows of this account, and none unless the asking
 * member is an owner. The first of the two locks, as visible-tickets.ts is for tickets.
 */
export function seenByOwners({ accountId }: MemberScope, table: OwnersTable & keyof Schema): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.ref(`${table}.account_id`)} = ${accountId} and (select app.is_owner()))`;
}
