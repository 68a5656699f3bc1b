import { setTimeout as wait } from 'node:timers/promises';

/** Asks a service for its readiness until it says yes. Ends when `signal` fires. */
export async function waitUntilReady(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const ready = await fetch(`${url}/health/ready`, { signal }).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await wait(50, undefined, { signal });
  }
}
