import { setTimeout as wait } from 'node:timers/promises';

/** Long enough for a machine that is busy with other things. */
const patienceMs = 90_000;

/** Looks again and again until there is something to see, and gives it. `what` says what was waited for in vain. */
export async function waitUntil<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await wait(100);
  }
}
