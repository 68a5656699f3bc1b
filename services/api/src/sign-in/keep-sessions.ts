import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { SignInParts, SignInPlace } from './sign-in-parts.ts';

type Parts = Pick<SignInParts, 'placesOf' | 'now'>;

const day = 24 * 60 * 60 * 1000;

/** The phones of people who are crew wherever they are; everybody else's sessions end sooner. */
const crewSessionMs = 180 * day;
const sessionMs = 14 * day;

/** How often a session that is in use moves its end: what "last used" in the list of sessions is exact to. */
const moveEveryMs = 60 * 60 * 1000;

const foundSchema = z.object({
  session: z.object({ token: z.string(), userId: z.string(), updatedAt: z.coerce.date() }),
  user: z.looseObject({ id: z.string() }),
});

/**
 * Sessions end 180 or 14 days after their last use, as the roles of their user are then. better-auth knows one length only, so its own
 * moving of the end is off.
 */
export function keepSessions(parts: Parts) {
  return {
    id: 'keep-sessions',
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            create: {
              before: async (session, context) => {
                const places = await parts.placesOf(session.userId);
                // A changed password begins a new session for the same person, who stays where it was.
                const current = context?.context.session?.session;
                const stayed = current?.userId === session.userId ? current.memberId : undefined;
                const memberId = stayed ?? places[0]?.memberId;
                return { data: { ...session, memberId, expiresAt: sessionEnd(parts, places) } };
              },
            },
          },
        },
      },
    }),
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === '/get-session',
          handler: createAuthMiddleware(async (ctx) => {
            const found = foundSchema.safeParse(ctx.context.returned);
            if (!found.success) return;
            const { session, user } = found.data;
            if (parts.now().getTime() - session.updatedAt.getTime() < moveEveryMs) return;
            const moved = await ctx.context.internalAdapter.updateSession(session.token, {
              expiresAt: sessionEnd(parts, await parts.placesOf(session.userId)),
              updatedAt: parts.now(),
            });
            const whole = moved === null ? null : await ctx.context.internalAdapter.findUserById(user.id);
            if (moved !== null && whole !== null) await setSessionCookie(ctx, { session: moved, user: whole });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

function sessionEnd({ now }: Pick<Parts, 'now'>, places: readonly SignInPlace[]): Date {
  const isCrew = places.length > 0 && places.every(({ role }) => role === 'crew');
  return new Date(now().getTime() + (isCrew ? crewSessionMs : sessionMs));
}
