import type { HttpStack } from 'tus-js-client';
import type { PhoneParts } from './phone-parts.ts';

/**
 * Requests by `fetch`, for the tus client: a service worker has no XMLHttpRequest. `fetch` does not tell how much was
 * sent, so a request that has no answer after `stalledMs` counts as dead; what arrived of it by then, the server keeps.
 */
export function fetchHttpStack({ fetch, setTimer }: PhoneParts, signal: AbortSignal, stalledMs: number): HttpStack {
  return {
    getName: () => 'fetch',
    createRequest(method, url) {
      const headers = new Headers({ accept: 'application/json' });
      const request = new AbortController();
      return {
        getMethod: () => method,
        getURL: () => url,
        setHeader: (name, value) => headers.set(name, value),
        getHeader: (name) => headers.get(name) ?? undefined,
        setProgressHandler: () => {},
        abort: async () => request.abort(),
        getUnderlyingObject: () => null,
        async send(body: Blob | null) {
          const abort = () => request.abort();
          const rest = setTimer(abort, stalledMs);
          signal.addEventListener('abort', abort);
          try {
            // A redirect is not our server's: it leads to where some Wi-Fi wants its guests to sign in.
            const response = await fetch(url, {
              method,
              headers,
              body,
              signal: request.signal,
              redirect: 'error',
              cache: 'no-store',
            });
            const text = await response.text();
            return {
              getStatus: () => response.status,
              getHeader: (name) => response.headers.get(name) ?? undefined,
              getBody: () => text,
              getUnderlyingObject: () => null,
            };
          } finally {
            rest();
            signal.removeEventListener('abort', abort);
          }
        },
      };
    },
  };
}
