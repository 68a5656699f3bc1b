import { rm } from 'node:fs/promises';
import { removeEmbeddedPostgres } from '@ticket-pros/db/remove-embedded-postgres';
import type { DataPaths } from './data-paths.ts';

/** Deletes everything that the product keeps in its data folder, and nothing else that may lie there. */
export async function resetDataFolder(paths: DataPaths, say: (sentence: string) => void): Promise<void> {
  await removeEmbeddedPostgres(paths.postgres, say);
  const { lock, postgres, ...rest } = paths;
  for (const path of Object.values(rest)) await rm(path, { recursive: true, force: true });
}
