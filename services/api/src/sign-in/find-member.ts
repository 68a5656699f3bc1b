import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { type MemberScope, withUser } from '@ticket-pros/db/scope';
import { isAPIError } from 'better-auth/api';
import type { FastifyRequest } from 'fastify';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Auth } from './create-auth.ts';
import { headersForAuth } from './mount-auth.ts';

/** The member that a request comes from. Its scope opens every transaction of the request. */
export type SignedInMember = { scope: MemberScope; role: MemberRole; name: string; email: string };

/** Who sent this request. Throws `not_signed_in` without a session or without an active place in an account. */
export async function findMember(request: FastifyRequest, { auth, db }: ApiParts): Promise<SignedInMember> {
  const session = await findSession(request, auth);
  if (session === null) throw new ProblemError('not_signed_in');
  const member = await withUser(db, session.user.id, (transaction) =>
    transaction
      .selectFrom('members')
      .select(['account_id', 'id', 'role', 'name'])
      .where('user_id', '=', session.user.id)
      .where('is_active', '=', true)
      .orderBy('created_at')
      .executeTakeFirst(),
  );
  if (member === undefined) throw new ProblemError('not_signed_in');
  return {
    scope: { accountId: member.account_id, memberId: member.id, seesAccount: member.role !== 'crew' },
    role: member.role,
    name: member.name,
    email: session.user.email,
  };
}

/** better-auth tells every failure to read a session alike, and that its cause is the database only by its code. */
async function findSession(request: FastifyRequest, auth: Auth) {
  try {
    return await auth.api.getSession({ headers: headersForAuth(request) });
  } catch (error) {
    if (!isAPIError(error) || error.statusCode < 500) throw error;
    request.log.warn({ err: error }, 'could not read the session');
    throw new ProblemError('not_ready');
  }
}

/** As findMember, and throws `not_allowed` unless the member's role is one of `roles`. */
export async function findMemberWithRole(
  request: FastifyRequest,
  parts: ApiParts,
  roles: readonly MemberRole[],
): Promise<SignedInMember> {
  const member = await findMember(request, parts);
  if (!roles.includes(member.role)) throw new ProblemError('not_allowed');
  return member;
}
