import { mkdir } from 'node:fs/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

const folder = '/var/lib/ticket-pros';

/**
 * A folder that every user can enter, for root whose project lies where `nobody` cannot (under /root): what Postgres has
 * to reach is kept here instead.
 */
export async function makeReachableFolder(): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    return folder;
  } catch {
    throw new EmbeddedPostgresError(
      `Postgres runs as "nobody", who cannot enter this folder, and ${folder} cannot be made to stand in for it. ` +
        'Move the project to a folder that everybody can enter, such as /srv, or start as an ordinary user.',
    );
  }
}
