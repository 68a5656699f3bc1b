import { randomBytes } from 'node:crypto';
import type { makeApiKeySchema } from '@ticket-pros/contracts/api-key';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleMembers } from '@ticket-pros/db/visible-members';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { sql } from 'kysely';
import type { z } from 'zod';
import { hashApiKey } from '../access/find-key-asker.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** Makes a key that acts for an active member of the account. Throws `not_found` where there is none of this id. @returns its id and its secret. */
export async function insertApiKey(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  { memberId, name, scopes, expiresInDays, requestsPerMinute }: z.output<typeof makeApiKeySchema>,
): Promise<{ id: string; secret: string }> {
  const member = await transaction
    .selectFrom('members')
    .select('name')
    .where((query) => visibleMembers(scope)(query))
    .where('id', '=', memberId)
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (member === undefined) throw new ProblemError('not_found', 'There is no such active member.');
  const secret = `tp_${randomBytes(32).toString('base64url')}`;
  const wantedScopes = [...new Set(scopes)];
  const { id } = await transaction
    .insertInto('api_keys')
    .values({
      account_id: scope.accountId,
      member_id: memberId,
      created_by: scope.memberId,
      name,
      scopes: wantedScopes,
      secret_hash: hashApiKey(secret),
      hint: secret.slice(-4),
      requests_per_minute: requestsPerMinute,
      expires_at: sql<Date>`now() + ${expiresInDays} * interval '1 day'`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeAudit(transaction, scope, {
    action: 'api_key.made',
    subject: { kind: 'api_key', id },
    payload: { name, member: member.name, memberId, scopes: wantedScopes, expiresInDays, requestsPerMinute },
  });
  return { id, secret };
}
