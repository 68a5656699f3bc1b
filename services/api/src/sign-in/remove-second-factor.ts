import type { Auth } from './create-auth.ts';
import { endSessions } from './end-sessions.ts';
import { tellOfSecondFactor } from './tell-user.ts';

/**
 * Takes a user's second factor and passkeys away, as an owner does for a member who lost the phone that they were on and the recovery
 * codes, and ends the user's sessions.
 */
export async function removeSecondFactor(auth: Auth, userId: string): Promise<void> {
  await auth.signIn.tables.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('twoFactor').where('userId', '=', userId).execute();
    await transaction.deleteFrom('passkey').where('userId', '=', userId).execute();
    await transaction.updateTable('user').set({ twoFactorEnabled: false }).where('id', '=', userId).execute();
  });
  await endSessions(auth, userId);
  tellOfSecondFactor(auth.signIn, userId, 'reset_by_owner');
}
