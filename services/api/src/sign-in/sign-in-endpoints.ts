import {
  noMailEnding,
  type SignInAnswer,
  signInWithEmailSchema,
  signInWithNameSchema,
} from '@ticket-pros/contracts/sign-in';
import { z } from 'zod';
import { findSession } from '../access/find-session.ts';
import { originOf } from '../access/origin-of.ts';
import { askAuth, type Call } from './ask-auth.ts';
import { type Endpoint, withBody } from './endpoint.ts';
import { limitGuesses } from './limit-guesses.ts';
import { noteSignIn } from './note-sign-in.ts';
import { refusalOf } from './refusal-of.ts';
import { noteEvent } from './tell-user.ts';

const answerSchema = z.union([
  z.object({ twoFactorRedirect: z.literal(true) }),
  z.object({ user: z.object({ id: z.string() }) }),
]);
const sessionSchema = z.object({ session: z.looseObject({ token: z.string() }), user: z.looseObject({}) });

/** Signing in with a password, and out; who is signed in. */
export const signInEndpoints: Record<string, Endpoint> = {
  'POST /sign-in/email': withBody(signInWithEmailSchema, (call, body) =>
    signInWithPassword(call, '/sign-in/email', body.email, body),
  ),
  'POST /sign-in/username': withBody(signInWithNameSchema, (call, body) =>
    signInWithPassword(call, '/sign-in/username', body.username, body),
  ),
  'POST /sign-out': async (call) => {
    const { auth, request, reply } = call;
    const user = await findSession(request, reply, auth);
    const answer = await askAuth(call, '/sign-out', { body: {} });
    if (!answer.ok) throw refusalOf(answer);
    if (user !== null) noteEvent(auth.signIn, request, { action: 'signed_out', userId: user.userId });
    return { success: true };
  },
  'GET /get-session': async (call) => {
    const answer = await askAuth(call, '/get-session');
    if (!answer.ok) throw refusalOf(answer);
    const found = sessionSchema.safeParse(answer.body);
    if (!found.success) return null;
    const { token: _, ...session } = found.data.session;
    return { session, user: found.data.user };
  },
};

async function signInWithPassword(
  call: Call,
  path: '/sign-in/email' | '/sign-in/username',
  name: string,
  body: object,
): Promise<SignInAnswer> {
  const { auth, request } = call;
  const { answer } = await limitGuesses(auth.signIn, call, { purpose: 'sign in', at: { name } }, async () => {
    const answer = await askAuth(call, path, { body });
    return { right: answer.ok, answer };
  });
  if (!answer.ok) {
    const origin = originOf(request);
    // After the answer, which must not take longer where the name is known.
    auth.signIn.background.run(() => noteRefusal(call, name, origin));
    throw refusalOf(answer);
  }
  const signedIn = answerSchema.parse(answer.body);
  if ('twoFactorRedirect' in signedIn) return { secondFactorNeeded: true };
  await noteSignIn(call, signedIn.user.id);
  return { secondFactorNeeded: false };
}

async function noteRefusal(
  { auth: { signIn } }: Call,
  name: string,
  origin: ReturnType<typeof originOf>,
): Promise<void> {
  const user = await signIn.tables
    .selectFrom('user')
    .select('id')
    .where(({ eb, or }) => or([eb('email', '=', name), eb('username', '=', name.replace(noMailEnding, ''))]))
    .executeTakeFirst();
  if (user !== undefined) await signIn.events.audit({ action: 'sign_in_refused', userId: user.id, origin });
}
