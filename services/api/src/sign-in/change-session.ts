import { ProblemError } from '../problems/problem-error.ts';
import type { Auth } from './create-auth.ts';

/** Makes a session work in another of its user's places. Whose place it is, the caller has checked. */
export async function chooseMember(auth: Auth, sessionToken: string, memberId: string): Promise<void> {
  await changeSession(auth, sessionToken, { memberId, seeAsMemberId: null });
}

/** Makes a session look through another member's eyes, or its own again. Whether it may, the caller has checked. */
export async function seeAs(auth: Auth, sessionToken: string, memberId: string | null): Promise<void> {
  await changeSession(auth, sessionToken, { seeAsMemberId: memberId });
}

/**
 * Notes that the person proved again who it is.
 * @returns when.
 */
export async function confirmSession(auth: Auth, sessionToken: string): Promise<Date> {
  const confirmedAt = auth.signIn.now();
  await changeSession(auth, sessionToken, { confirmedAt });
  return confirmedAt;
}

async function changeSession(auth: Auth, sessionToken: string, change: Record<string, unknown>): Promise<void> {
  const { internalAdapter } = await auth.$context;
  // It may have been ended meanwhile, somewhere else.
  if ((await internalAdapter.updateSession(sessionToken, change)) === null) throw new ProblemError('not_signed_in');
}
