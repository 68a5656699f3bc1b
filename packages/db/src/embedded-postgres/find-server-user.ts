import { execFileSync } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** The user that Postgres runs as: null for whoever runs this process. */
export type ServerUser = { uid: number; gid: number } | null;

/** Postgres refuses to run as root: root runs it as `nobody`. */
export function findServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  try {
    const ids = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' })));
    const [uid, gid] = ids;
    if (uid !== undefined && gid !== undefined && uid > 0) return { uid, gid };
  } catch {
    // No such user: told below.
  }
  throw new EmbeddedPostgresError(
    'Postgres does not run as root, and this system has no user "nobody" to run it as. Start as an ordinary user.',
  );
}
