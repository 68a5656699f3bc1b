import type { Call } from './ask-auth.ts';
import { headersForAuth } from './headers-for-auth.ts';
import { noteSignIn } from './note-sign-in.ts';

/**
 * Signs in whoever just proved by a link who it is: confirmed an e-mail address, accepted an invitation. The session's cookie is on the
 * reply then. Who has a second factor is not signed in, because a link is none.
 */
export async function createSessionFor({ auth, request, reply }: Call, userId: string): Promise<{ signedIn: boolean }> {
  const user = await auth.signIn.tables
    .selectFrom('user')
    .select('twoFactorEnabled')
    .where('id', '=', userId)
    .executeTakeFirst();
  if (user?.twoFactorEnabled === true) return { signedIn: false };
  const { headers } = await auth.api.beginSession({
    body: { userId },
    headers: headersForAuth(request),
    returnHeaders: true,
  });
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie);
  await noteSignIn({ auth, request, reply }, userId);
  return { signedIn: true };
}
