import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { checkPassword } from './check-password.ts';
import type { SignInParts } from './sign-in-parts.ts';

const paths = new Set(['/change-password', '/reset-password']);

/** Holds the passwords that better-auth's own addresses set to the check of every other, before any of them does something. */
export function refuseWeakPasswords({ placesOf }: Pick<SignInParts, 'placesOf'>) {
  return {
    id: 'refuse-weak-passwords',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && paths.has(path),
          handler: createAuthMiddleware(async (ctx) => {
            const { newPassword, token } = ctx.body ?? {};
            if (typeof newPassword !== 'string') return;
            const user = typeof token === 'string' ? await findUserOfLink(ctx, token) : await findUserOfSession(ctx);
            checkPassword(newPassword, user === null ? [] : await knownOf(user, placesOf));
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

type NamedUser = { id: string; name: string; email: string; username?: string | null | undefined };

/** What a stranger knows of a user, which is no password. */
export async function knownOf(
  { id, name, email, username }: NamedUser,
  placesOf: SignInParts['placesOf'],
): Promise<string[]> {
  const companies = (await placesOf(id)).map(({ accountName }) => accountName);
  return [name, email, ...(username === undefined || username === null ? [] : [username]), ...companies];
}

async function findUserOfSession(ctx: GenericEndpointContext): Promise<NamedUser | null> {
  return (await getSessionFromCtx(ctx))?.user ?? null;
}

async function findUserOfLink({ context }: GenericEndpointContext, token: string): Promise<NamedUser | null> {
  const link = await context.internalAdapter.findVerificationValue(`reset-password:${token}`);
  return link === null ? null : context.internalAdapter.findUserById(link.value);
}
