import { cachePrefix } from './worker-words.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * Served in place of the worker when it has to be switched off: takes over at once, forgets the cached page and removes
 * itself. Open pages go on as they are, and the outbox, which lies in IndexedDB, is not touched.
 */
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
