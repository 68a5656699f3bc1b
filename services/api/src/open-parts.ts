import type { ApiSettings } from '@ticket-pros/config/api-settings';
import { connectDatabase } from '@ticket-pros/db/connect-database';
import { openQueue } from '@ticket-pros/queue/open-queue';
import { tellBreaks } from '@ticket-pros/queue/tell-breaks';
import { openStorage } from '@ticket-pros/storage/open-storage';
import type { Logger } from 'pino';
import { limitApiKeys } from './access/limit-api-keys.ts';
import type { ApiParts } from './api-parts.ts';
import { followChanges } from './live/follow-changes.ts';
import { listenToSignIns } from './sign-in/listen-to-sign-ins.ts';
import { openAuth } from './sign-in/open-auth.ts';
import type { SignInEvents } from './sign-in/sign-in-events.ts';
import { tellOwnersOfSignIn } from './sign-in/tell-owners-of-sign-in.ts';

type PartsSettings = Pick<
  ApiSettings,
  'DATABASE_URL' | 'DATABASE_AUTH_URL' | 'AUTH_SECRET' | 'PUBLIC_URL' | 'queue' | 'storage' | 'mail'
>;

type PartsWishes = {
  /** Listens to sign-ins instead of the API itself. */
  events?: Partial<SignInEvents>;
  now?: () => Date;
};

/** Opens every connection that the API works with; `close` ends them in order. */
export async function openParts(
  settings: PartsSettings,
  logger: Logger,
  { events, now = () => new Date() }: PartsWishes = {},
): Promise<{ parts: ApiParts; close: () => Promise<void> }> {
  const onIdleError = (error: Error) => logger.warn({ err: error }, 'an idle database connection broke');
  const db = connectDatabase(settings.DATABASE_URL, { max: 10, onIdleError });
  const changes = followChanges(settings.DATABASE_URL, logger);
  const storage = await openStorage(settings.storage);
  const queue = await openQueue(settings.queue, tellBreaks(logger, {}, 'a queue connection broke'));
  const mail = { secret: settings.mail.secret, log: logger };
  const { auth, close: closeAuth } = openAuth(settings, {
    max: 5,
    logger,
    db,
    events: {
      ...listenToSignIns({ db, queue, mail }),
      onUnusualSignIn: (signIn) => tellOwnersOfSignIn({ db, auth, queue, mail }, signIn),
      ...events,
    },
    now,
  });
  return {
    parts: {
      db,
      auth,
      storage,
      queue,
      changes,
      apiKeyLimit: limitApiKeys(),
      mail,
    },
    close: async () => {
      await changes.close();
      await closeAuth();
      await queue.close();
      await storage.close();
      await db.destroy();
    },
  };
}
