import type { Dir } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './has-code.ts';

/**
 * The keys of all objects under a prefix, read folder by folder; a folder that isn't there, or goes meanwhile, has
 * none.
 */
export async function* listFolder(root: string, prefix: string): AsyncGenerator<string> {
  const folder = await openFolder(join(root, prefix));
  if (folder === undefined) return;
  for await (const entry of folder) {
    if (entry.isDirectory()) yield* listFolder(root, `${prefix}${entry.name}/`);
    else if (entry.isFile()) yield `${prefix}${entry.name}`;
  }
}

async function openFolder(path: string): Promise<Dir | undefined> {
  try {
    return await opendir(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}
