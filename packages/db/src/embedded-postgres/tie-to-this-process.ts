import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

/**
 * Ends process `pid` (SIGINT, Postgres's fast shutdown) when this process is gone, even after kill -9: a waiting shell
 * holds a pipe that the system closes then. The returned function unties them again.
 */
export function tieToThisProcess(pid: number): () => void {
  if (process.platform === 'win32') return () => {};
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.on('error', () => {});
  watcher.stdin.on('error', () => {});
  // Neither the shell nor its pipe keeps this process from ending.
  watcher.unref();
  if (watcher.stdin instanceof Socket) watcher.stdin.unref();
  return () => watcher.kill('SIGKILL');
}
