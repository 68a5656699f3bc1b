import { createHash } from 'node:crypto';
import { type ApiKeyScope, apiKeyScopeSchema } from '@ticket-pros/contracts/api-key';
import { withMember } from '@ticket-pros/db/scope';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Asker } from './asker.ts';
import { originOf } from './origin-of.ts';

/** A key's secret as it is shown once; the prefix lets scanners of leaked secrets recognise it. */
export const apiKeyPattern = /^tp_[A-Za-z0-9_-]{43}$/;

const scheme = /^bearer(?: |$)/i;

const foundKeySchema = z.object({
  account_id: z.uuid(),
  id: z.uuid(),
  member_id: z.uuid(),
  scopes: z.array(apiKeyScopeSchema),
  requests_per_minute: z.int(),
});

/** Whether a request comes with an API key, right or wrong: a session that comes along with it counts for nothing. */
export function bringsKey({ headers }: FastifyRequest): boolean {
  return headers.authorization !== undefined && scheme.test(headers.authorization);
}

/** SHA-256 of a key's secret, as it is stored. */
export function hashApiKey(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/**
 * The member that an API key acts for. Throws `not_signed_in` for a key that is unknown or over, `too_many_requests` beyond its limit,
 * `not_allowed` beyond its scopes.
 */
export async function findKeyAsker(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, apiKeyLimit }: ApiParts,
  needed: ApiKeyScope | undefined,
): Promise<Asker> {
  const unknown = () => new ProblemError('not_signed_in', 'This API key is unknown, expired or revoked.');
  const secret = request.headers.authorization?.replace(scheme, '').trim() ?? '';
  if (!apiKeyPattern.test(secret)) throw unknown();
  const { rows } = await sql`select * from app.find_api_key(${hashApiKey(secret)})`.execute(db);
  if (rows[0] === undefined) throw unknown();
  const key = foundKeySchema.parse(rows[0]);
  const wait = apiKeyLimit.take(key.id, key.requests_per_minute);
  if (wait !== null) {
    reply.header('retry-after', String(wait));
    throw new ProblemError('too_many_requests', `This API key may ask ${key.requests_per_minute} times a minute.`);
  }
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
      .where('is_active', '=', true)
      .executeTakeFirst(),
  );
  // Deactivated since the key was found.
  if (member === undefined) throw unknown();
  return {
    scope: { ...scope, seesAccount: member.visibility === 'account' },
    role: member.role,
    name: member.name,
    user: null,
    seenBy: null,
  };
}
