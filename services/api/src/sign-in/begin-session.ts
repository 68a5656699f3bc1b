import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** The cookie in which better-auth keeps a sign-in that still wants its second factor. */
const challengeCookie = 'two_factor';

/** What we need of better-auth and it offers to its plugins alone. None of it has an address: only the API itself can call it. */
export const beginSession = {
  id: 'begin-session',
  endpoints: {
    /** Signs a user in who has proved in another way who it is. */
    beginSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        if (user === null) throw new APIError('NOT_FOUND');
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ sessionId: session.id });
      },
    ),
    /** Whose sign-in waits for a second factor in this browser. */
    findChallenged: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (ctx) => {
      const { name } = ctx.context.createAuthCookie(challengeCookie);
      const identifier = await ctx.getSignedCookie(name, ctx.context.secret);
      if (typeof identifier !== 'string') return ctx.json({ userId: null });
      const challenge = await ctx.context.internalAdapter.findVerificationValue(identifier);
      const isOpen = challenge !== null && challenge.expiresAt > new Date();
      return ctx.json({ userId: isOpen ? challenge.value : null });
    }),
  },
} satisfies BetterAuthPlugin;
