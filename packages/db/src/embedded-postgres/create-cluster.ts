import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownerRole } from './derive-database-urls.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { PostgresBinaries } from './find-binaries.ts';
import type { ServerUser } from './find-server-user.ts';
import type { PostgresFolders } from './prepare-data-folder.ts';
import { serverEnvironment } from './server-environment.ts';

const majorVersion = '18';

/** Makes the cluster where there is none yet, whole or not at all. @returns the owner's password. */
export async function createCluster(
  folders: PostgresFolders,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<string> {
  const version = await readFile(join(folders.cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) return await create(folders, binaries, user);
  if (version.trim() !== majorVersion) {
    throw new EmbeddedPostgresError(
      `The data in ${folders.own} belongs to Postgres ${version.trim()}; this version of the program brings ` +
        `Postgres ${majorVersion}. Use the version of the program that made it.`,
    );
  }
  return await readFile(join(folders.own, 'password'), 'utf8');
}

async function create(
  { own, cluster }: PostgresFolders,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await writeFile(join(own, 'password'), password, { mode: 0o600 });
  const unfinished = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (user !== null) for (const path of [unfinished, passwordFile]) await chown(path, user.uid, user.gid);
    await runInitdb(binaries.initdb, unfinished, passwordFile, user);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, cluster);
  return password;
}

async function runInitdb(initdb: string, folder: string, passwordFile: string, user: ServerUser): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    `--username=${ownerRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorting and case are then the same on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const child = spawn(initdb, args, {
    ...user,
    cwd: folder,
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [code] = await once(child, 'close').catch((error: unknown) => {
    throw new EmbeddedPostgresError(`Postgres could not be run: ${String(error)}`);
  });
  if (code !== 0) throw new EmbeddedPostgresError(`Postgres could not make its data folder: ${output.trim()}`);
}
