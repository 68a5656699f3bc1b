import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { isServerOfFolder } from './is-server-of-folder.ts';
import { readPidFile } from './read-pid-file.ts';

const patienceMs = 30_000;
/** No system numbers its processes so high. */
const nobodysPid = 2_147_483_647;

/**
 * Stops the server that a killed process left on this cluster, and keeps a pid file that names somebody else's process
 * from standing in the way.
 */
export async function stopLeftOverServer(cluster: string, log: (sentence: string) => void): Promise<void> {
  const found = await readPidFile(cluster);
  if (found === null) return;
  if (!(await isServerOfFolder(found.pid, cluster))) {
    // Removing the file would take away Postgres's own check that no process of the old server still works on the data.
    const file = join(cluster, 'postmaster.pid');
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, [nobodysPid, ...lines.slice(1)].join('\n'));
    return;
  }
  log('Stopping the Postgres that an earlier start left running.');
  process.kill(found.pid, 'SIGINT');
  const deadline = Date.now() + patienceMs;
  while (await isServerOfFolder(found.pid, cluster)) {
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `A Postgres from an earlier start (process ${found.pid}) still uses ${cluster} and does not stop. End it first.`,
      );
    }
    await wait(50);
  }
}
