import { createHash } from 'node:crypto';
import { type ApiKeyScope, apiKeyScopeSchema } from '@ticket-pros/contracts/api-key';
import { withMember } from '@ticket-pros/db/scope';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Asker } from './asker.ts';
import { originOf } from './origin-of.ts';

/** A key's secret as it is shown once; the prefix lets scanners of leaked secrets recognise it. */
export const apiKeyPattern = /^tp_[A-Za-z0-9_-]{43}$/;

const foundKeySchema = z.object({
  account_id: z.uuid(),
  id: z.uuid(),
  member_id: z.uuid(),
  scopes: z.array(apiKeyScopeSchema),
  requests_per_minute: z.int(),
});

/** SHA-256 of a key's secret, as it is stored. */
export function hashApiKey(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The member that an API key acts for. Throws `not_signed_in` for a key that is unknown or over, `not_allowed` beyond its scopes. */
export async function findKeyAsker(
  request: FastifyRequest,
  { db, apiKeyLimit }: ApiParts,
  needed: ApiKeyScope | undefined,
): Promise<Asker> {
  const secret = request.headers.authorization?.slice('Bearer '.length) ?? '';
  if (!apiKeyPattern.test(secret)) throw new ProblemError('not_signed_in', 'This API key is not known.');
  const { rows } = await sql`select * from app.find_api_key(${hashApiKey(secret)})`.execute(db);
  if (rows[0] === undefined) throw new ProblemError('not_signed_in', 'This API key is unknown, expired or revoked.');
  const key = foundKeySchema.parse(rows[0]);
  apiKeyLimit.take(key.id, key.requests_per_minute);
  if (needed === undefined || !key.scopes.includes(needed)) {
    throw new ProblemError('not_allowed', 'This API key has no scope for this address.');
  }
  const scope = {
    accountId: key.account_id,
    memberId: key.member_id,
    seesAccount: false,
    apiKeyId: key.id,
    origin: originOf(request),
  };
  const member = await withMember(db, scope, (transaction) =>
    transaction
      .selectFrom('members')
      .select(['role', 'name', 'visibility'])
      .where('account_id', '=', key.account_id)
      .where('id', '=', key.member_id)
      .executeTakeFirstOrThrow(),
  );
  return {
    scope: { ...scope, seesAccount: member.visibility === 'account' },
    role: member.role,
    name: member.name,
    user: null,
    seenBy: null,
  };
}
