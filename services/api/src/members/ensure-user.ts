import type { Auth } from '../sign-in/create-auth.ts';

type Person = { name: string; email: string; password: string };

/** The id of the user with this e-mail address, who is made where there is none yet. An existing user keeps its password. */
export async function ensureUser(auth: Auth, { name, email, password }: Person): Promise<string> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const address = email.toLowerCase();
  const found = await internalAdapter.findUserByEmail(address, { includeAccounts: true });
  const user =
    found?.user ??
    (await internalAdapter.createUser({ name, email: address, emailVerified: true }, { method: 'email-password' }));
  const hasPassword = found?.accounts.some((account) => account.providerId === 'credential') ?? false;
  if (!hasPassword) {
    await internalAdapter.linkAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password: await passwords.hash(password),
    });
  }
  return user.id;
}
