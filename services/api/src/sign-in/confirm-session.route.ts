import { confirmedSchema, confirmSchema } from '@ticket-pros/contracts/sign-in';
import { confirmedUntil } from '../access/confirmed-until.ts';
import type { SignedInUser } from '../access/find-session.ts';
import { signedInUserOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { askAuth, type Call } from './ask-auth.ts';
import { confirmSession } from './change-session.ts';
import type { Auth } from './create-auth.ts';
import { limitGuesses } from './limit-guesses.ts';
import { spendCode } from './spend-code.ts';

/** POST /v1/me/confirm: prove again who it is, before something sensitive. */
export function confirmSessionRoute(app: Api, { auth }: ApiParts): void {
  app.post(
    '/v1/me/confirm',
    {
      config: { access: { who: 'signed in' } },
      schema: {
        tags: ['Me'],
        summary: 'Prove again who it is, with the password or a code of the second factor',
        body: confirmSchema,
        response: { 200: confirmedSchema },
      },
    },
    async (request, reply) => {
      const user = signedInUserOf(request);
      const call = { auth, request, reply };
      if ('password' in request.body) await provePassword(call, user, request.body.password);
      else await proveCode(call, user, request.body.code);
      const confirmedAt = await confirmSession(auth, user.sessionToken);
      return { confirmedUntil: confirmedUntil(confirmedAt).toISOString() };
    },
  );
}

async function provePassword(call: Call, { userId }: SignedInUser, password: string): Promise<void> {
  const { right } = await limitGuesses(call.auth.signIn, call, { purpose: 'confirm', at: { userId } }, async () => ({
    right: await isPasswordOf(call.auth, userId, password),
  }));
  if (!right) throw new ProblemError('wrong_password');
}

async function proveCode(call: Call, { userId, hasSecondFactor }: SignedInUser, code: string): Promise<void> {
  // Without one, the code would be taken for the first of an app that is being set up.
  if (!hasSecondFactor) throw new ProblemError('second_factor_off');
  const { right } = await limitGuesses(call.auth.signIn, call, { purpose: 'code', at: { userId } }, async () => {
    await spendCode(call.auth.signIn, { userId, code });
    return { right: (await askAuth(call, '/two-factor/verify-totp', { body: { code } })).ok };
  });
  if (!right) throw new ProblemError('wrong_code');
}

async function isPasswordOf(auth: Auth, userId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const stored = (await internalAdapter.findCredentialAccount(userId))?.password;
  return typeof stored === 'string' && passwords.verify({ hash: stored, password });
}
