import { noMailEnding } from '@ticket-pros/contracts/sign-in';
import type { Auth } from '../sign-in/create-auth.ts';

/** How a user signs in, as owners see it. */
export type SignInOfUser = { email: string | null; signInName: string | null; hasSecondFactor: boolean };

type UserRow = { id: string; email: string; username?: string | null; twoFactorEnabled?: boolean | null };

/** How these users sign in, by user id. */
export async function findSignIns(auth: Auth, userIds: readonly string[]): Promise<Map<string, SignInOfUser>> {
  if (userIds.length === 0) return new Map();
  const { adapter } = await auth.$context;
  const users = await adapter.findMany<UserRow>({
    model: 'user',
    where: [{ field: 'id', operator: 'in', value: [...userIds] }],
    limit: userIds.length,
  });
  return new Map(
    users.map(({ id, email, username, twoFactorEnabled }) => [
      id,
      {
        email: email.endsWith(noMailEnding) ? null : email,
        signInName: username ?? null,
        hasSecondFactor: twoFactorEnabled ?? false,
      },
    ]),
  );
}
