import type { ApiKey } from '@ticket-pros/contracts/api-key';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { seenByOwners } from '@ticket-pros/db/seen-by-owners';

/** API keys of the account, the newest first, or the one of this id; for an owner, nothing for anybody else. */
export async function selectApiKeys(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  keyId?: string,
): Promise<ApiKey[]> {
  let wanted = transaction
    .selectFrom('api_keys')
    .innerJoin('members', (join) =>
      join.onRef('members.account_id', '=', 'api_keys.account_id').onRef('members.id', '=', 'api_keys.member_id'),
    )
    .select([
      'api_keys.id',
      'api_keys.name',
      'api_keys.hint',
      'api_keys.scopes',
      'api_keys.member_id',
      'members.name as member_name',
      'api_keys.requests_per_minute',
      'api_keys.created_at',
      'api_keys.expires_at',
      'api_keys.last_used_at',
      'api_keys.revoked_at',
    ])
    .where(seenByOwners(scope, 'api_keys'));
  if (keyId !== undefined) wanted = wanted.where('api_keys.id', '=', keyId);
  const rows = await wanted.orderBy('api_keys.created_at', 'desc').orderBy('api_keys.id', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: row.scopes,
    member: { id: row.member_id, name: row.member_name },
    requestsPerMinute: row.requests_per_minute,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }));
}
