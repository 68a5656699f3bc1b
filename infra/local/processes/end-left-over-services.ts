import { setTimeout as wait } from 'node:timers/promises';
import { findRememberedProcesses } from './remember-process.ts';

const patienceMs = 10_000;

/**
 * Waits for the services of a start that was killed: they notice that it is gone and finish by themselves. One that
 * does not is ended by force; every service is built to bear that.
 */
export async function endLeftOverServices(folder: string, say: (sentence: string) => void): Promise<void> {
  let left = await findRememberedProcesses(folder);
  if (left.length === 0) return;
  say('Waiting for the parts of an earlier start to end.');
  const deadline = Date.now() + patienceMs;
  while (left.length > 0 && Date.now() < deadline) {
    await wait(100);
    left = await findRememberedProcesses(folder);
  }
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
}
