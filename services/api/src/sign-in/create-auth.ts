import { hash, verify } from '@node-rs/argon2';
import { passwordLength } from '@ticket-pros/contracts/password';
import { linkMinutes } from '@ticket-pros/contracts/sign-in';
import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import type { Pool } from 'pg';
import { acceptPasskeys, askForUserVerification } from './accept-passkeys.ts';
import { openAuthTables } from './auth-tables.ts';
import { beginSession } from './begin-session.ts';
import { hashSecretlyWith } from './hash-secretly.ts';
import { clientAddressHeader } from './headers-for-auth.ts';
import { keepSessions } from './keep-sessions.ts';
import { refuseWeakPasswords } from './refuse-weak-passwords.ts';
import { runInBackground } from './run-in-background.ts';
import { sendResetLink } from './send-reset-link.ts';
import type { SignInEvents } from './sign-in-events.ts';
import type { SignInParts } from './sign-in-parts.ts';

type AuthOptions = {
  pool: Pool;
  secret: string;
  publicUrl: string;
  placesOf: SignInParts['placesOf'];
  events: SignInEvents;
  /** Hears what better-auth has to say; without its details, which may name people. */
  say: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;
  /** Hears of work after an answer that failed. */
  onBackgroundError: (error: unknown) => void;
  now?: () => Date;
};

/** As long as browsers keep a cookie. The session itself ends sooner, see keep-sessions.ts. */
const cookieSeconds = 400 * 24 * 60 * 60;

/** better-auth, and beside it in `signIn` what our own addresses and rules about signing in work with. */
export function createAuth({ onBackgroundError, now = () => new Date(), ...options }: AuthOptions) {
  const { pool, secret, publicUrl, placesOf, events } = options;
  const signIn: SignInParts = {
    tables: openAuthTables(pool),
    hashSecretly: hashSecretlyWith(secret),
    background: runInBackground(onBackgroundError),
    events,
    placesOf,
    publicUrl,
    now,
  };
  return { ...configure(options, signIn), signIn };
}
export type Auth = ReturnType<typeof createAuth>;

/**
 * better-auth on its own schema `auth` (the pool's role has it as search_path). People can't sign up over HTTP: members are made
 * by their account, see ensure-account.ts. Passwords are argon2id (promise TP-9). Session tokens lie in the database as they are; a
 * cookie holds one signed with the secret, so that none from the database opens anything.
 */
function configure(
  { pool, secret, publicUrl, say }: Omit<AuthOptions, 'onBackgroundError' | 'now'>,
  parts: SignInParts,
) {
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
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: {
        hash: (password) => hash(password),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
      resetPasswordTokenExpiresIn: linkMinutes.resetPassword * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendResetLink(parts, user, token),
    },
    // Links in mails and sign-ins that wait for a code are known to the database by their hash alone.
    verification: { storeIdentifier: 'hashed' },
    session: {
      expiresIn: cookieSeconds,
      disableSessionRefresh: true,
      // Our own rule is stricter, and asks when the person last proved who it is, not when the session began.
      freshAge: 0,
      additionalFields: {
        /** The place in an account that was chosen for this session. */
        memberId: { type: 'string', required: false, input: false },
        /** The member that the session's owner looks through, read-only. */
        seeAsMemberId: { type: 'string', required: false, input: false },
        /** When the person last proved who they are. */
        confirmedAt: { type: 'date', required: true, input: false, defaultValue: () => parts.now() },
      },
    },
    plugins: [
      username({ displayUsername: false, maxUsernameLength: 64, usernameValidator: () => true }),
      // Wrong codes are slowed down as wrong passwords are, see limit-guesses.ts; a lock would hold its owner out.
      twoFactor({ issuer: 'Ticket Pros', accountLockout: { enabled: false } }),
      acceptPasskeys(publicUrl),
      askForUserVerification,
      keepSessions(parts),
      refuseWeakPasswords(parts),
      beginSession,
    ],
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      // These have limits of their own, which no stranger can use up for somebody else.
      customRules: Object.fromEntries(
        ['/sign-in/*', '/two-factor/*', '/change-password', '/request-password-reset'].map((path) => [path, false]),
      ),
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
