import type { SignedInUser } from '../access/find-session.ts';
import { askAuth, type Call } from './ask-auth.ts';
import { limitGuesses } from './limit-guesses.ts';
import { refusalOf } from './refusal-of.ts';

/** Asks better-auth for something that it does only with the asking person's password; wrong ones are slowed down. */
export async function withOwnPassword(
  call: Call,
  { userId }: SignedInUser,
  path: `/${string}`,
  body: object,
): Promise<unknown> {
  const { answer } = await limitGuesses(call.auth.signIn, call, { purpose: 'confirm', at: { userId } }, async () => {
    const answer = await askAuth(call, path, { body });
    return { right: answer.ok || answer.code !== 'INVALID_PASSWORD', answer };
  });
  if (!answer.ok) throw refusalOf(answer);
  return answer.body;
}
