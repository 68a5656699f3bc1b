import type { PageCache } from './page-cache.ts';
import { receiveShare } from './receive-share.ts';
import { shareAddress } from './worker-words.ts';

/**
 * The worker's own answer to a request, or null where the browser goes to the server as if there were no worker: so it is
 * with everything below /v1/, with the office, and with every change.
 */
export function answerFetch(request: Request, origin: string, page: PageCache): Promise<Response> | null {
  const url = new URL(request.url);
  if (url.origin !== origin) return null;
  if (request.method === 'POST' && url.pathname === shareAddress) return receiveShare(request);
  if (request.method !== 'GET') return null;
  if (request.mode === 'navigate') {
    if (/^\/capture(\/|$)/.test(url.pathname)) return page.answerPage(request);
    if (url.pathname === '/sign-in' && url.searchParams.get('goTo') === '/capture') return signInOrCapture(request);
    return null;
  }
  return url.pathname.startsWith('/assets/') ? page.answerFile(request) : null;
}

/** Without a signal nobody can sign in, and everybody can photograph: the capture page takes the place of the sign-in page. */
function signInOrCapture(request: Request): Promise<Response> {
  return fetch(request).catch(() => Response.redirect('/capture', 303));
}
