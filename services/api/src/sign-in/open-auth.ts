import type { ApiSettings } from '@ticket-pros/config/api-settings';
import type { Database } from '@ticket-pros/db/connect-database';
import { openPool } from '@ticket-pros/db/open-pool';
import type { Logger } from 'pino';
import { findPlaces } from '../access/find-places.ts';
import { type Auth, createAuth } from './create-auth.ts';
import type { SignInEvents } from './sign-in-events.ts';

type Options = {
  max: number;
  logger: Logger;
  db: Database;
  /** Left out where nobody signs in, such as in a command that makes users. */
  events?: SignInEvents;
  now?: () => Date;
};

const nobodyListens: SignInEvents = {
  sendMail: async () => {},
  audit: async () => {},
  onUnusualSignIn: async () => {},
};

/** better-auth with a pool of connections of its own, under the sign-in role. */
export function openAuth(
  settings: Pick<ApiSettings, 'DATABASE_AUTH_URL' | 'AUTH_SECRET' | 'PUBLIC_URL'>,
  { max, logger, db, events = nobodyListens, now = () => new Date() }: Options,
): { auth: Auth; close: () => Promise<void> } {
  const onIdleError = (error: Error) => logger.warn({ err: error }, 'an idle sign-in connection broke');
  const pool = openPool(settings.DATABASE_AUTH_URL, { max, onIdleError });
  const auth = createAuth({
    pool,
    secret: settings.AUTH_SECRET,
    publicUrl: settings.PUBLIC_URL,
    placesOf: (userId) => findPlaces(db, userId),
    events,
    say: (level, message) => logger[level]({ from: 'better-auth' }, message),
    onBackgroundError: (error) => logger.error({ err: error }, 'work after an answer about signing in failed'),
    now,
  });
  return {
    auth,
    close: async () => {
      await auth.signIn.background.settled();
      await pool.end();
    },
  };
}
