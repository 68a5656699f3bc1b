import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { describeProcess, findDescribedProcess } from '../processes/remember-process.ts';
import { StartError } from '../start-error.ts';

/**
 * Keeps every other start away from the data folder until the returned function is called or this process ends.
 * Throws a StartError where another start holds it.
 */
export async function holdDataFolder(lockFile: string): Promise<() => Promise<void>> {
  const own = `${lockFile}.${process.pid}`;
  await writeFile(own, await describeProcess(process.pid));
  try {
    while (!(await tryToLink(own, lockFile))) await removeAbandoned(lockFile, own);
  } finally {
    await rm(own, { force: true });
  }
  return () => rm(lockFile, { force: true });
}

/** A link appears with its content or not at all, so that nobody reads a lock half written. */
async function tryToLink(own: string, lockFile: string): Promise<boolean> {
  try {
    await link(own, lockFile);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function removeAbandoned(lockFile: string, own: string): Promise<void> {
  const holder = await readFile(lockFile, 'utf8').catch(() => null);
  if (holder === null) return;
  const pid = await findDescribedProcess(holder);
  if (pid !== null) {
    throw new StartError(
      `Ticket Pros already runs on this data folder (process ${pid}). Stop it first, or set another DATA_FOLDER.`,
    );
  }
  // Two starts may both come here: each moves a file aside only once, and puts back one that is not the abandoned one.
  const aside = `${own}.old`;
  try {
    await rename(lockFile, aside);
    if ((await readFile(aside, 'utf8')) !== holder) await link(aside, lockFile);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
