import { ProblemError } from '../problems/problem-error.ts';
import { checkPassword } from './check-password.ts';
import type { Auth } from './create-auth.ts';
import { endLinks } from './end-links.ts';
import { endSessions } from './end-sessions.ts';
import { knownOf } from './refuse-weak-passwords.ts';
import { tellOfNewPassword } from './tell-user.ts';

/**
 * Gives a user a new password, as an owner does for a member who forgot it, and ends the user's sessions.
 * Throws `weak_password`, or `not_found` for an unknown user.
 */
export async function resetPassword(auth: Auth, userId: string, newPassword: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const user = await internalAdapter.findUserById(userId);
  if (user === null) throw new ProblemError('not_found');
  checkPassword(newPassword, await knownOf(user, auth.signIn.placesOf));
  const password = await passwords.hash(newPassword);
  if ((await internalAdapter.findCredentialAccount(userId)) === null) {
    await internalAdapter.linkAccount({ userId, accountId: userId, providerId: 'credential', password });
  } else {
    await internalAdapter.updatePassword(userId, password);
  }
  await endLinks(auth.signIn, userId);
  await endSessions(auth, userId);
  tellOfNewPassword(auth.signIn, userId);
}
