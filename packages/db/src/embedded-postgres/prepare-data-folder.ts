import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canReach } from './can-reach.ts';
import type { ServerUser } from './find-server-user.ts';
import { makeReachableFolder } from './reachable-folder.ts';

export type PostgresFolders = {
  /** What this process keeps: port, password, the server's log. */
  own: string;
  /** What Postgres keeps. */
  cluster: string;
};

/** Makes the data folder and settles where the cluster lies: in it, or, where Postgres could not reach that, elsewhere. */
export async function prepareDataFolder(dataFolder: string, user: ServerUser): Promise<PostgresFolders> {
  await mkdir(dataFolder, { recursive: true });
  const own = await realpath(dataFolder);
  if (user === null) return { own, cluster: join(own, 'cluster') };
  // The server's user walks through this folder, and lists nothing in it.
  await chmod(own, 0o711);
  const elsewhere = await readLocation(own);
  if (elsewhere !== null) return { own, cluster: elsewhere };
  if (await canReach(join(own, 'cluster'), user)) return { own, cluster: join(own, 'cluster') };
  const cluster = join(await makeReachableFolder(), `cluster-${randomBytes(6).toString('hex')}`);
  await writeFile(join(own, 'cluster-location'), cluster);
  return { own, cluster };
}

/** Where the cluster of this data folder lies when it is not in it, else null. */
export async function readLocation(dataFolder: string): Promise<string | null> {
  return readFile(join(dataFolder, 'cluster-location'), 'utf8').catch(() => null);
}
