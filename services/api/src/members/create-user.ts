import type { Auth } from '../sign-in/create-auth.ts';

type NewUser = { name: string; email: string; password: string };

/** Makes a user who signs in with e-mail and password; answers the user's id. Throws when the address is taken. */
export async function createUser(auth: Auth, { name, email, password }: NewUser): Promise<string> {
  const context = await auth.$context;
  const address = email.toLowerCase();
  if ((await context.internalAdapter.findUserByEmail(address)) !== null) {
    throw new Error(`There is already a user with the address ${address}.`);
  }
  const user = await context.internalAdapter.createUser(
    { name, email: address, emailVerified: true },
    { method: 'email-password' },
  );
  await context.internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: await context.password.hash(password),
  });
  return user.id;
}
