import { passkey } from '@better-auth/passkey';
import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import type { Pool } from 'pg';

/** Header that carries the caller's address to better-auth; the API sets it itself and drops what the caller sent. */
export const clientAddressHeader = 'x-client-address';

type AuthOptions = {
  pool: Pool;
  secret: string;
  publicUrl: string;
  /** Hears what better-auth has to say; without its details, which may name people. */
  say: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;
};

/**
 * better-auth on its own schema `auth` (the pool's role has it as search_path). People can't sign up over HTTP: members are made
 * by their account, see ensure-account.ts. Passwords are argon2id (promise TP-9).
 */
export function createAuth({ pool, secret, publicUrl, say }: AuthOptions) {
  return betterAuth({
    appName: 'Ticket Pros',
    baseURL: publicUrl,
    basePath: '/v1/auth',
    secret,
    database: pool,
    telemetry: { enabled: false },
    // Else it prints refusals itself, and hides from us what broke.
    onAPIError: { throw: true },
    logger: { disableColors: true, level: 'warn', log: (level, message) => say(level, message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: {
        hash: (password) => hash(password),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    session: {
      expiresIn: 60 * 60 * 24 * 30,
      updateAge: 60 * 60 * 24,
      additionalFields: {
        /** The place in an account that was chosen for this session. */
        memberId: { type: 'string', required: false, input: false },
        /** The member that the session's owner looks through, read-only. */
        seeAsMemberId: { type: 'string', required: false, input: false },
        /** When the person last proved who they are. */
        confirmedAt: { type: 'date', required: true, input: false, defaultValue: () => new Date() },
      },
    },
    plugins: [
      username({ displayUsername: false, maxUsernameLength: 64 }),
      twoFactor({ issuer: 'Ticket Pros' }),
      passkey({ rpName: 'Ticket Pros', origin: new URL(publicUrl).origin }),
    ],
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: {
      // refuse-foreign-origins.ts checks every address of the API, these among them, and lets programs without an origin in.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      cookiePrefix: 'ticket-pros',
      useSecureCookies: new URL(publicUrl).protocol === 'https:',
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
  });
}
export type Auth = ReturnType<typeof createAuth>;
