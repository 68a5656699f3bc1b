import { sql } from 'kysely';
import type { SignInParts } from '../sign-in/sign-in-parts.ts';

/** Something that may be done so often by, or to, one thing: a network address, an e-mail address, a user. */
export type Turn = {
  purpose: 'sign-up' | 'join' | 'join mail' | 'mail' | 'found' | 'confirm';
  of: string;
  most: number;
  windowSeconds: number;
};

/**
 * Counts one more and answers whether it is still within what may be. The count starts anew when its time, from the first one on, is
 * over. Counted in the database, for all processes together, and known there by a keyed hash alone.
 */
export async function takeTurn(
  { tables, hashSecretly, now }: Pick<SignInParts, 'tables' | 'hashSecretly' | 'now'>,
  { purpose, of, most, windowSeconds }: Turn,
): Promise<boolean> {
  const at = now();
  const expiresAt = new Date(at.getTime() + windowSeconds * 1000);
  const { tries } = await tables
    .insertInto('signInTry')
    .values({ key: hashSecretly(`turns: ${purpose}`, of), tries: 1, waitUntil: at, expiresAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        tries: sql`case when "signInTry"."expiresAt" <= ${at} then 1 else "signInTry"."tries" + 1 end`,
        expiresAt: sql`case when "signInTry"."expiresAt" <= ${at} then excluded."expiresAt" else "signInTry"."expiresAt" end`,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return tries <= most;
}
