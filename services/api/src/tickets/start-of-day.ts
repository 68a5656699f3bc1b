import type { MemberScope } from '@ticket-pros/db/scope';
import { type Expression, sql } from 'kysely';

/** The moment at which a calendar day begins in the account's time zone. */
export function startOfDay({ accountId }: MemberScope, day: string, daysLater: number): Expression<Date> {
  return sql<Date>`((${day}::date + ${daysLater}::integer)::timestamp at time zone
    (select time_zone from accounts where id = ${accountId}))`;
}
