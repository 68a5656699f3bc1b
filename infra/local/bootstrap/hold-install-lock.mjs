import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { rootFolder } from './root-folder.mjs';

const lockFile = join(rootFolder, '.cache', 'install.lock');
/** A holder touches its lock every two seconds; one untouched for this long is nobody's. */
const abandonedAfterMs = 60_000;

/**
 * Runs `work` while no other bootstrap of this folder installs. `onWait` is called once when another one has to be
 * waited for. A lock left by a process that died is taken over.
 */
export async function holdInstallLock(work, onWait) {
  mkdirSync(join(rootFolder, '.cache'), { recursive: true });
  let waited = false;
  while (!takeLock()) {
    if (!waited) onWait();
    waited = true;
    await wait(250);
  }
  const heartbeat = setInterval(() => utimesSync(lockFile, new Date(), new Date()), 2000);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(lockFile, { force: true });
  }
}

function takeLock() {
  const own = `${lockFile}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    // A link appears with its content or not at all, so that nobody reads a half-written lock.
    linkSync(own, lockFile);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    removeIfAbandoned();
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function removeIfAbandoned() {
  const aside = `${lockFile}.old.${process.pid}`;
  try {
    const holder = readFileSync(lockFile, 'utf8');
    if (isAlive(Number(holder)) && Date.now() - statSync(lockFile).mtimeMs < abandonedAfterMs) return;
    // Two waiters may both come here: only one of them can move the file, and it looks again at what it moved.
    renameSync(lockFile, aside);
    if (readFileSync(aside, 'utf8') !== holder) linkSync(aside, lockFile);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
