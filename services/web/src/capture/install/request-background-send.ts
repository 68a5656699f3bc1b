import { sendWaitingTag } from '../../service-worker/worker-words.ts';

interface SyncManager {
  register(tag: string, options?: { minInterval: number }): Promise<void>;
}

const halfADayMs = 12 * 3_600_000;

/**
 * Asks the browser to wake the service worker once there is a signal, so that what waits is sent even when the page is
 * closed. Only some browsers can; in the others the page sends when it is open. Harmless to call again and again.
 */
export async function requestBackgroundSend(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (registration === undefined) return;
  // Where the browser or the member does not allow it, the page's own timers send.
  await managerOf(registration, 'sync')
    ?.register(sendWaitingTag)
    .catch(() => undefined);
  await managerOf(registration, 'periodicSync')
    ?.register(sendWaitingTag, { minInterval: halfADayMs })
    .catch(() => undefined);
}

function managerOf(registration: object, name: 'sync' | 'periodicSync'): SyncManager | undefined {
  const manager: unknown = Reflect.get(registration, name);
  return isSyncManager(manager) ? manager : undefined;
}

function isSyncManager(manager: unknown): manager is SyncManager {
  return typeof manager === 'object' && manager !== null && 'register' in manager;
}
