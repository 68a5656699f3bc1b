import type { Auth } from './create-auth.ts';

/** Ends every session of a user, on every device, at once. */
export async function endSessions(auth: Auth, userId: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteUserSessions(userId);
}
