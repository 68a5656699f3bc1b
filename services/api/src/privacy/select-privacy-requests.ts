import type { PrivacyRequest } from '@ticket-pros/contracts/privacy-request';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { type SqlBool, sql } from 'kysely';

const mostListed = 500;

/**
 * The privacy requests that a member may see, or the one of this id: an owner those of the account, anybody else its own. The open ones
 * first, soonest due first; then the answered ones, newest first.
 */
export async function selectPrivacyRequests(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  requestId?: string,
): Promise<PrivacyRequest[]> {
  let wanted = transaction
    .selectFrom('privacy_requests')
    .innerJoin('members as asking', (join) =>
      join
        .onRef('asking.account_id', '=', 'privacy_requests.account_id')
        .onRef('asking.id', '=', 'privacy_requests.member_id'),
    )
    // Row-level security leaves only members whom the asking one may see.
    .leftJoin('members as answering', (join) =>
      join
        .onRef('answering.account_id', '=', 'privacy_requests.account_id')
        .onRef('answering.id', '=', 'privacy_requests.answered_by'),
    )
    .select([
      'privacy_requests.id',
      'privacy_requests.member_id',
      'asking.name as member_name',
      'privacy_requests.kind',
      'privacy_requests.details',
      'privacy_requests.state',
      'privacy_requests.created_at',
      'privacy_requests.due_at',
      'privacy_requests.answer',
      'answering.name as answered_by',
      'privacy_requests.answered_at',
    ])
    .where('privacy_requests.account_id', '=', scope.accountId)
    .where(
      sql<SqlBool>`((select app.is_owner()) or (privacy_requests.member_id = ${scope.memberId} and (select app.is_active())))`,
    );
  if (requestId !== undefined) wanted = wanted.where('privacy_requests.id', '=', requestId);
  const rows = await wanted
    .orderBy(sql`privacy_requests.state <> 'open'`)
    .orderBy(sql`case when privacy_requests.state = 'open' then privacy_requests.due_at end`)
    .orderBy('privacy_requests.answered_at', 'desc')
    .orderBy('privacy_requests.id')
    .limit(mostListed)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    member: { id: row.member_id, name: row.member_name },
    kind: row.kind,
    details: row.details,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at?.toISOString() ?? null,
  }));
}
