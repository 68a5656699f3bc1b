import type { ApiSettings } from '@ticket-pros/config/api-settings';
import { poolOptions } from '@ticket-pros/db/pool-options';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { type Auth, createAuth } from './create-auth.ts';

/** better-auth with a pool of connections of its own, under the sign-in role. */
export function openAuth(
  settings: Pick<ApiSettings, 'DATABASE_AUTH_URL' | 'AUTH_SECRET' | 'PUBLIC_URL'>,
  { max, logger }: { max: number; logger: Logger },
): { auth: Auth; close: () => Promise<void> } {
  const pool = new Pool({ ...poolOptions, connectionString: settings.DATABASE_AUTH_URL, max });
  pool.on('error', (error) => logger.warn({ err: error }, 'an idle sign-in connection broke'));
  const auth = createAuth({
    pool,
    secret: settings.AUTH_SECRET,
    publicUrl: settings.PUBLIC_URL,
    say: (level, message) => logger[level]({ from: 'better-auth' }, message),
  });
  return { auth, close: () => pool.end() };
}
