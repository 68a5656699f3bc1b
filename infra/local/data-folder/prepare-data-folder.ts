import { chmod, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';

/** Makes the data folder where it is missing. Throws a StartError where it cannot be written. */
export async function prepareDataFolder(dataFolder: string): Promise<void> {
  try {
    // Others may pass through (Postgres, started by root, runs as another user), and see no names.
    if (await makeFolder(dataFolder)) await chmod(dataFolder, 0o711);
    const probe = join(dataFolder, `.probe-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const isFile = await stat(dataFolder).then(
      (found) => !found.isDirectory(),
      () => false,
    );
    if (isFile) throw new StartError(`The data folder ${dataFolder} is a file. Set DATA_FOLDER to a folder.`);
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
    const reason = code === 'ENOSPC' ? 'the disk is full' : `this user may not write it (${String(code)})`;
    throw new StartError(
      `The data folder ${dataFolder} cannot be used: ${reason}. Set DATA_FOLDER to one that can be written.`,
    );
  }
}

/**
 * Makes a folder and those above it. Step by step, because Node's own recursive mkdir never returns below a folder like
 * /proc. @returns whether it was missing.
 */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
    if (code === 'EEXIST') return false;
    if (code !== 'ENOENT' || !(await makeFolder(dirname(folder)))) throw error;
    await mkdir(folder);
    return true;
  }
}
