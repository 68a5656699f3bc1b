import { takeOverMessage } from '../../service-worker/worker-words.ts';

const takeOverPatienceMs = 2_000;
const lookAgainMs = 3_600_000;

let newVersionReady = false;
const listeners = new Set<() => void>();

export function isNewVersionReady(): boolean {
  return newVersionReady;
}

/** Calls `listener` when a new version is ready. Returns the function that ends it. */
export function onNewVersion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tellNewVersion(): void {
  newVersionReady = true;
  for (const listener of listeners) listener();
}

/**
 * Has a version that was fetched before take over now, at the page's start, when nothing is half-way yet. Resolves with
 * true where it did: the page is then being loaded anew.
 */
export async function takeOverAtStart(): Promise<boolean> {
  // Nothing to take over from: `controller` is undefined where there are no service workers, null at a first visit.
  if (!navigator.serviceWorker?.controller) return false;
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  return registration?.waiting ? takeOver(registration.waiting) : false;
}

/** The member asked for the new version. Where it cannot take over, loading the page anew does no harm. */
export async function showNewVersion(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  if (!registration?.waiting || !(await takeOver(registration.waiting))) window.location.reload();
}

/** Lets the waiting worker rule all our pages and loads this one anew; the others go on with the files they began with. */
async function takeOver(waiting: ServiceWorker): Promise<boolean> {
  const ruled = new Promise<boolean>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true });
    setTimeout(() => resolve(false), takeOverPatienceMs);
  });
  waiting.postMessage(takeOverMessage);
  const done = await ruled;
  if (done) window.location.reload();
  return done;
}

/**
 * Registers the service worker once the page has what it needs first, looks for newer versions each hour and when the
 * page is looked at again, and tells when one is ready. A browser without service workers goes on without.
 */
export async function startServiceWorker(): Promise<void> {
  // In development files have no hash in their names, so nothing may be kept.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  await pageIsCalm();
  let ruled = navigator.serviceWorker.controller !== null;
  // Another tab let a new version take over; the first worker of all, which takes over by itself, is no news.
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (ruled) tellNewVersion();
    ruled = true;
  });
  try {
    const registration = await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
    watch(registration);
  } catch {
    // Refused by the browser (private browsing), or without a signal: tried again at the next start.
  }
}

function watch(registration: ServiceWorkerRegistration): void {
  const tellWhereItWaits = () => {
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) tellNewVersion();
  };
  const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', tellWhereItWaits);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  tellWhereItWaits();

  let lookedAt = Date.now();
  const look = () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < lookAgainMs) return;
    lookedAt = Date.now();
    // Without a signal there is nothing to find; the version that runs goes on.
    registration.update().catch(() => undefined);
  };
  setInterval(look, lookAgainMs);
  document.addEventListener('visibilitychange', look);
}

/** After everything of the first screen was loaded, so that keeping files takes no part of a weak signal from it. */
async function pageIsCalm(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}
