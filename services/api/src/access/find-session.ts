import { noMailEnding } from '@ticket-pros/contracts/sign-in';
import { isAPIError } from 'better-auth/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';
import type { Auth } from '../sign-in/create-auth.ts';
import { headersForAuth } from '../sign-in/headers-for-auth.ts';

/** What better-auth keeps with a session besides its own: see the migration on sign-in factors. */
const sessionSchema = z.object({
  user: z.object({
    id: z.string(),
    email: z.string(),
    username: z.string().nullish(),
    twoFactorEnabled: z.boolean().nullish(),
  }),
  session: z.object({
    id: z.string(),
    token: z.string(),
    memberId: z.string().nullish(),
    seeAsMemberId: z.string().nullish(),
    confirmedAt: z.coerce.date(),
  }),
});

/** A person with a session. */
export type SignedInUser = {
  userId: string;
  /** Null for who signs in with a name that their owner made. */
  email: string | null;
  signInName: string | null;
  hasSecondFactor: boolean;
  sessionId: string;
  sessionToken: string;
  /** The place in an account that this session works in, once one was chosen. */
  memberId: string | null;
  seeAsMemberId: string | null;
  /** When the person last proved who it is. */
  confirmedAt: Date;
};

/**
 * The session of a request, or null. One that is in use lives longer: its cookie is on the reply then.
 * Throws `not_ready` when it can't be looked up.
 */
export async function findSession(
  request: FastifyRequest,
  reply: FastifyReply,
  auth: Auth,
): Promise<SignedInUser | null> {
  const { headers, response } = await readSession(request, auth);
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie);
  if (response === null) return null;
  const { user, session } = sessionSchema.parse(response);
  return {
    userId: user.id,
    email: user.email.endsWith(noMailEnding) ? null : user.email,
    signInName: user.username ?? null,
    hasSecondFactor: user.twoFactorEnabled ?? false,
    sessionId: session.id,
    sessionToken: session.token,
    memberId: session.memberId ?? null,
    seeAsMemberId: session.seeAsMemberId ?? null,
    confirmedAt: session.confirmedAt,
  };
}

/** better-auth tells every failure to read a session alike, and that its cause is the database only by its code. */
async function readSession(request: FastifyRequest, auth: Auth) {
  try {
    return await auth.api.getSession({ headers: headersForAuth(request), returnHeaders: true });
  } catch (error) {
    if (!isAPIError(error) || error.statusCode < 500) throw error;
    request.log.warn({ err: error }, 'could not read the session');
    throw new ProblemError('not_ready');
  }
}
