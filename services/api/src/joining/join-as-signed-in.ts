import { withUser } from '@ticket-pros/db/scope';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findSession } from '../access/find-session.ts';
import { originOf } from '../access/origin-of.ts';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { chooseMember } from '../sign-in/change-session.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { isMemberAlready } from './add-user.ts';
import { findPerson } from './find-person.ts';
import { hashLinkToken } from './link-token.ts';

/** Joins as who is signed in, who works in that account from then on. Throws `already_member`, also where the place is inactive. */
export async function joinAsSignedIn(
  parts: ApiParts,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  token: string,
): Promise<void> {
  const { db, auth } = parts;
  const user = await findSession(request, reply, auth);
  if (user === null) throw new ProblemError('not_signed_in');
  if (user.seeAsMemberId !== null) throw new ProblemError('read_only');
  const { name } = await findPerson(parts, user);
  try {
    const { memberId } = await withUser(db, { userId: user.userId, origin: originOf(request) }, (transaction) =>
      acceptInvitation(transaction, { tokenHash: hashLinkToken(token), name }),
    );
    await chooseMember(auth, user.sessionToken, memberId);
  } catch (error) {
    throw isMemberAlready(error) ? new ProblemError('already_member') : error;
  }
}
