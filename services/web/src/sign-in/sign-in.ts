import { type SignInAnswer, signInAnswerSchema } from '@ticket-pros/contracts/sign-in';
import { askSignIn } from './ask-sign-in.ts';

/** Signs in with a password; the answer sets the session cookie, unless a second factor is needed first. */
export function signIn({ name, password }: { name: string; password: string }): Promise<SignInAnswer> {
  return name.includes('@')
    ? askSignIn('/v1/auth/sign-in/email', signInAnswerSchema, { email: name.trim(), password })
    : askSignIn('/v1/auth/sign-in/username', signInAnswerSchema, { username: name, password });
}

/** Finishes a sign-in whose password was right. */
export function signInWithCode({ code, from }: { code: string; from: 'app' | 'paper' }): Promise<SignInAnswer> {
  return askSignIn(
    from === 'app' ? '/v1/auth/two-factor/verify-totp' : '/v1/auth/two-factor/verify-backup-code',
    signInAnswerSchema,
    { code },
  );
}
