import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ServerUser } from './find-server-user.ts';

/** Whether `user` can enter every folder above `path` (an absolute path, links resolved). */
export async function canReach(path: string, user: ServerUser): Promise<boolean> {
  if (user === null) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid } = await stat(folder);
    const mayEnter = uid === user.uid ? 0o100 : 0o001;
    if ((mode & mayEnter) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
