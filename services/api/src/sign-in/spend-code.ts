import { ProblemError } from '../problems/problem-error.ts';
import type { SignInParts } from './sign-in-parts.ts';

/** Longer than a code of the app is good for, its neighbours in time included. */
const goodForSeconds = 120;

/** Lets a code of the app be tried once: who looks over a shoulder has no use for it. Throws `wrong_code`. */
export async function spendCode(
  { tables, hashSecretly, now }: SignInParts,
  { userId, code }: { userId: string; code: string },
): Promise<void> {
  const expiresAt = new Date(now().getTime() + goodForSeconds * 1000);
  const spent = await tables
    .insertInto('signInTry')
    .values({ key: hashSecretly('code of user', `${userId}\n${code}`), tries: 1, waitUntil: expiresAt, expiresAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ waitUntil: expiresAt, expiresAt }).where('signInTry.expiresAt', '<=', now()),
    )
    .returning('key')
    .executeTakeFirst();
  if (spent === undefined) throw new ProblemError('wrong_code');
}
