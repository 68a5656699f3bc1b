import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Whether process `pid` is a Postgres that serves this cluster. A number alone proves nothing: after a restart of the
 * machine it may be anybody's.
 */
export async function isServerOfFolder(pid: number, cluster: string): Promise<boolean> {
  const command = await readCommandLine(pid);
  return /(^|[\\/])postgres(\.exe)?[\0\s]/.test(command) && command.includes(cluster);
}

async function readCommandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout;
}
