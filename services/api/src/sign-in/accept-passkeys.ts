import { passkey } from '@better-auth/passkey';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { z } from 'zod';

const optionsSchema = z.looseObject({ challenge: z.string() });

/**
 * Passkeys stand for both factors, so the device has to have checked that its owner is there, by finger, face or PIN: a stolen key
 * alone signs nobody in.
 */
export function acceptPasskeys(publicUrl: string) {
  return passkey({
    rpName: 'Ticket Pros',
    rpID: new URL(publicUrl).hostname,
    origin: new URL(publicUrl).origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) => {
        if (verification.registrationInfo?.userVerified !== true) throw refused();
      },
    },
    authentication: {
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw refused();
      },
    },
  });
}

/** better-auth only prefers the check when signing in; browsers have to be told that it is needed. */
export const askForUserVerification = {
  id: 'ask-for-user-verification',
  hooks: {
    after: [
      {
        matcher: ({ path }) => path === '/passkey/generate-authenticate-options',
        handler: createAuthMiddleware(async (ctx) => {
          const options = optionsSchema.safeParse(ctx.context.returned);
          return options.success ? ctx.json({ ...options.data, userVerification: 'required' }) : undefined;
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;

function refused(): APIError {
  return new APIError('UNAUTHORIZED', {
    code: 'AUTHENTICATION_FAILED',
    message: 'The device did not check its owner.',
  });
}
