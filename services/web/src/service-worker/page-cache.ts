import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { cachePrefix } from './worker-words.ts';

export interface PageFile {
  url: string;
  revision: string | null;
  integrity: string;
}

export interface PageCache {
  /** Fetches what this version has and the one before had not. Rejects where anything is missing; that version never runs. */
  install(event: ExtendableEvent): Promise<void>;
  /** Forgets the files of versions older than the one before. */
  forgetOldVersions(): Promise<void>;
  /** The capture page, from the cache, or from the server where the browser threw the cache away. */
  answerPage(request: Request): Promise<Response>;
  /** A file with a hash in its name, from whichever version; otherwise from the server. */
  answerFile(request: Request): Promise<Response>;
}

const cacheName = `${cachePrefix}page`;
const pageUrl = '/capture.html';
/** Under this address the cache keeps which keys the running version has. */
const runningVersionUrl = '/running-version';

/**
 * The capture page's own files on the phone, nothing else: what is private comes from /v1/, which never passes through
 * here. The files of two versions are kept, because a page that was opened before an update goes on working until it is
 * closed, and may ask only then for a part that it loads late.
 */
export function openPageCache(files: readonly PageFile[]): PageCache {
  const controller = new PrecacheController({ cacheName });
  controller.addToCacheList([...files]);

  return {
    async install(event) {
      await controller.install(event);
    },
    async forgetOldVersions() {
      const cache = await caches.open(cacheName);
      const current = [...controller.getURLsToCacheKeys().values()];
      const previous = readKeys(await (await cache.match(runningVersionUrl))?.json());
      const wanted = new Set([...current, ...previous]);
      for (const { url } of await cache.keys()) {
        if (!wanted.has(url) && new URL(url).pathname !== runningVersionUrl) await cache.delete(url);
      }
      await cache.put(runningVersionUrl, Response.json(current));
    },
    async answerPage(request) {
      return (await controller.matchPrecache(pageUrl)) ?? fetch(request);
    },
    async answerFile(request) {
      const cache = await caches.open(cacheName);
      const path = new URL(request.url).pathname;
      return (await controller.matchPrecache(path)) ?? (await cache.match(path)) ?? fetch(request);
    },
  };
}

function readKeys(kept: unknown): string[] {
  return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
}
