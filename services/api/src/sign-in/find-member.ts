import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { type MemberScope, withUser } from '@ticket-pros/db/scope';
import type { FastifyRequest } from 'fastify';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { headersForAuth } from './mount-auth.ts';

/** The member that a request comes from. Its scope opens every transaction of the request. */
export type SignedInMember = { scope: MemberScope; role: MemberRole; name: string; email: string };

/** Who sent this request. Throws `not_signed_in` without a session or without an active place in an account. */
export async function findMember(request: FastifyRequest, { auth, db }: ApiParts): Promise<SignedInMember> {
  const session = await auth.api.getSession({ headers: headersForAuth(request) });
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
    scope: { accountId: member.account_id, memberId: member.id },
    role: member.role,
    name: member.name,
    email: session.user.email,
  };
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
