import {
  codeSchema,
  ownPasswordSchema,
  recoveryCodeSchema,
  recoveryCodesSchema,
  secondFactorSetUpSchema,
} from '@ticket-pros/contracts/sign-in';
import { findSession, type SignedInUser } from '../access/find-session.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { type AuthAnswer, askAuth, type Call } from './ask-auth.ts';
import { askingUser, type Endpoint, withBody } from './endpoint.ts';
import { headersForAuth } from './headers-for-auth.ts';
import { limitGuesses } from './limit-guesses.ts';
import { noteSignIn } from './note-sign-in.ts';
import { refusalOf } from './refusal-of.ts';
import { nameInApp } from './show-name.ts';
import { spendCode } from './spend-code.ts';
import { noteEvent, tellOfSecondFactor } from './tell-user.ts';
import { withOwnPassword } from './with-own-password.ts';

/** Codes of an app on the phone (TOTP), and codes on paper for when it is lost. */
export const secondFactorEndpoints: Record<string, Endpoint> = {
  'POST /two-factor/enable': withBody(ownPasswordSchema, async (call, body) => {
    const user = await askingUser(call);
    const answer = await withOwnPassword(call, user, '/two-factor/enable', { ...body, method: 'totp' });
    const { totpURI, backupCodes } = secondFactorSetUpSchema.parse(answer);
    return { totpURI: nameInApp(totpURI), backupCodes };
  }),
  'POST /two-factor/verify-totp': withBody(codeSchema, async (call, { code }) => {
    const user = await findSession(call.request, call.reply, call.auth);
    if (user?.hasSecondFactor === true) throw new ProblemError('second_factor_on');
    if (user === null) await finishSignIn(call, '/two-factor/verify-totp', code);
    else await finishSetUp(call, user, code);
    return { secondFactorNeeded: false };
  }),
  'POST /two-factor/verify-backup-code': withBody(recoveryCodeSchema, async (call, { code }) => {
    if ((await findSession(call.request, call.reply, call.auth)) !== null) throw new ProblemError('sign_in_expired');
    const userId = await finishSignIn(call, '/two-factor/verify-backup-code', code);
    tellOfSecondFactor(call.auth.signIn, userId, 'recovery_code_used');
    return { secondFactorNeeded: false };
  }),
  'POST /two-factor/disable': withBody(ownPasswordSchema, async (call, body) => {
    const user = await askingUser(call);
    if (!user.hasSecondFactor) throw new ProblemError('second_factor_off');
    await withOwnPassword(call, user, '/two-factor/disable', body);
    noteEvent(call.auth.signIn, call.request, { action: 'second_factor_disabled', userId: user.userId });
    tellOfSecondFactor(call.auth.signIn, user.userId, 'turned_off');
    return { success: true };
  }),
  'POST /two-factor/generate-backup-codes': withBody(ownPasswordSchema, async (call, body) => {
    const user = await askingUser(call);
    const answer = await withOwnPassword(call, user, '/two-factor/generate-backup-codes', body);
    tellOfSecondFactor(call.auth.signIn, user.userId, 'new_recovery_codes');
    return recoveryCodesSchema.parse(answer);
  }),
};

/** The code of a sign-in whose password was right. Answers who it is. */
async function finishSignIn(
  call: Call,
  path: '/two-factor/verify-totp' | '/two-factor/verify-backup-code',
  code: string,
): Promise<string> {
  const userId = await findChallenged(call);
  const answer = await tryCode(call, { userId, code }, path);
  if (!answer.ok) {
    noteEvent(call.auth.signIn, call.request, { action: 'sign_in_refused', userId });
    throw refusalOf(answer);
  }
  await noteSignIn(call, userId);
  return userId;
}

/** The first code of an app that was just set up: from now on every sign-in wants one. */
async function finishSetUp(call: Call, { userId, sessionId }: SignedInUser, code: string): Promise<void> {
  const { tables } = call.auth.signIn;
  const others = await tables
    .selectFrom('session')
    .select('id')
    .where('userId', '=', userId)
    .where('id', '<>', sessionId)
    .execute();
  const answer = await tryCode(call, { userId, code }, '/two-factor/verify-totp');
  if (!answer.ok) throw refusalOf(answer);
  // Those proved a password alone, and would count as proved with both from now on.
  if (others.length > 0) {
    const ids = others.map(({ id }) => id);
    await tables.deleteFrom('session').where('userId', '=', userId).where('id', 'in', ids).execute();
  }
  noteEvent(call.auth.signIn, call.request, { action: 'second_factor_enabled', userId });
  tellOfSecondFactor(call.auth.signIn, userId, 'turned_on');
}

async function tryCode(
  call: Call,
  { userId, code }: { userId: string; code: string },
  path: `/${string}`,
): Promise<AuthAnswer> {
  const { signIn } = call.auth;
  const { answer } = await limitGuesses(signIn, call, { purpose: 'code', at: { userId } }, async () => {
    await spendCode(signIn, { userId, code });
    const answer = await askAuth(call, path, { body: { code } });
    return { right: answer.ok, answer };
  });
  return answer;
}

async function findChallenged({ auth, request }: Call): Promise<string> {
  const { userId } = await auth.api.findChallenged({ headers: headersForAuth(request) });
  if (userId === null) throw new ProblemError('sign_in_expired');
  return userId;
}
