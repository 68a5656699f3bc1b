import { noMailEnding, signInNameSchema } from '@ticket-pros/contracts/sign-in';
import { isAPIError } from 'better-auth/api';
import { ProblemError } from '../problems/problem-error.ts';
import { checkPassword } from './check-password.ts';
import type { Auth } from './create-auth.ts';

type NamedUser = {
  name: string;
  /** The whole of it, with the account's code: `carlos.mvh42`. */
  signInName: string;
  password: string;
  /** What else the password must not be, such as the company's name. */
  company?: string;
};

/** Postgres: a unique value that is there already. */
const uniqueViolation = '23505';

/**
 * Makes a user without an e-mail address, who signs in with a name that its owner chose.
 * Throws `sign_in_name_taken` or `weak_password`.
 * @returns the user's id.
 */
export async function createUserWithName(
  auth: Auth,
  { name, signInName, password, company }: NamedUser,
): Promise<string> {
  const username = signInNameSchema.parse(signInName);
  checkPassword(password, [name, username, ...(company === undefined ? [] : [company])]);
  const { internalAdapter, password: passwords } = await auth.$context;
  const hashed = await passwords.hash(password);
  const user = await makeUser(auth, { name, username });
  try {
    await internalAdapter.linkAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password: hashed,
    });
  } catch (error) {
    // A user without a password would hold the name for nobody.
    await internalAdapter.deleteUser(user.id);
    throw error;
  }
  return user.id;
}

async function makeUser(auth: Auth, { name, username }: { name: string; username: string }): Promise<{ id: string }> {
  const { internalAdapter } = await auth.$context;
  const email = `${username}${noMailEnding}`;
  try {
    return await internalAdapter.createUser(
      { name, username, email, emailVerified: false },
      { method: 'email-password' },
    );
  } catch (error) {
    if (isTaken(error)) throw new ProblemError('sign_in_name_taken');
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  if (isAPIError(error)) return error.body?.code === 'USERNAME_IS_ALREADY_TAKEN';
  return typeof error === 'object' && error !== null && 'code' in error && error.code === uniqueViolation;
}
