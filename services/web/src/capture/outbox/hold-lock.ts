import type { PhoneParts } from './phone-parts.ts';

export const lockName = 'ticket-pros-outbox';

/** Nobody waits longer than this for a tab that fell asleep with the lock in its hand: sending twice is harmless. */
const patienceMs = 120_000;

/** Runs `run` while no other tab or worker of this phone sends. */
export function holdLock(parts: PhoneParts, run: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let running: Promise<void> | null = null;
    let cancel = () => {};
    const start = () => {
      cancel();
      deafen();
      running ??= run();
      running.then(resolve, reject);
      return running;
    };
    // As long as the other one says something it is awake, and the wait begins anew.
    const wait = () => {
      cancel();
      cancel = parts.setTimer(start, patienceMs);
    };
    const deafen = parts.onTabTold(wait);
    wait();
    // Where it ran without the lock meanwhile, the lock is given back at once.
    parts.locks.request(lockName, {}, async () => (running === null ? start() : undefined)).catch(reject);
  });
}
