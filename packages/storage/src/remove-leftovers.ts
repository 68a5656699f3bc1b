import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './has-code.ts';

/** Longer than any object takes to be written, by far. */
const oldestInMilliseconds = 60 * 60 * 1000;

/** Removes what processes left half-written when they were killed; what others are just writing stays. */
export async function removeLeftovers(incoming: string, now = Date.now()): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    try {
      const { mtimeMs } = await stat(path);
      if (now - mtimeMs > oldestInMilliseconds) await rm(path, { force: true });
    } catch (error) {
      // Moved into its place meanwhile.
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
}
