import { answerFetch } from './answer-fetch.ts';
import { openPageCache, type PageFile } from './page-cache.ts';
import { sendInBackground } from './send-in-background.ts';
import { sendWaitingTag, takeOverMessage } from './worker-words.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build: everything that the capture page ever loads. */
declare const __PAGE_FILES__: readonly PageFile[];

const page = openPageCache(__PAGE_FILES__);

// A new version waits beside the old one until the page says that the moment is calm, or until no page is open.
self.addEventListener('install', (event) => event.waitUntil(page.install(event)));
self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([page.forgetOldVersions(), self.clients.claim()])),
);
self.addEventListener('message', (event) => {
  if (event.data === takeOverMessage) event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const answer = answerFetch(event.request, self.location.origin, page);
  if (answer !== null) event.respondWith(answer);
});
for (const name of ['sync', 'periodicsync'] as const) {
  self.addEventListener(name, (event) => {
    if (event.tag === sendWaitingTag) event.waitUntil(sendInBackground());
  });
}
