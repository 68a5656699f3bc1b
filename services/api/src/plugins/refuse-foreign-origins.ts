import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem-error.ts';
import { shareAddress } from './redirect-shares.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const addressLiteral = /^(\d+\.\d+\.\d+\.\d+|\[.*\])$/;

const unknownName =
  'This server does not answer under this name. Open it under its own address; a proxy has to pass the Host on.';

/**
 * Refuses what pages of other sites ask a browser for, on top of the cookie's SameSite=Lax: changes with an Origin that
 * is not ours, and anything under a name that is not ours. The latter because somebody's name can be made to point at
 * this machine (DNS rebinding), which makes their page's Origin equal to the Host. Health checks come under any name.
 */
export function refuseForeignOrigins(app: FastifyInstance, publicUrl: string): void {
  const own = new URL(publicUrl);
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/health/')) return;
    const asked = parseUrl(`${own.protocol}//${request.host}`);
    if (asked === undefined || !isOwnName(asked.hostname, own, request)) {
      throw new ProblemError('wrong_origin', unknownName);
    }
    // A share comes from another app, which has no origin, and changes nothing here.
    if (safeMethods.has(request.method) || request.url === shareAddress) return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (site === 'cross-site') throw new ProblemError('wrong_origin');
    // Programs send no origin; browsers always do with a change.
    if (origin === undefined) return;
    const from = parseUrl(origin);
    if (from === undefined || !isOwnOrigin(from, asked, own)) throw new ProblemError('wrong_origin');
  });
}

/** PUBLIC_URL's name, a loopback name, or the address of this machine that the connection came to. */
function isOwnName(hostname: string, own: URL, request: FastifyRequest): boolean {
  if (hostname === own.hostname || loopbackNames.has(hostname)) return true;
  const arrivedAt = request.socket.localAddress?.replace(/^::ffff:/, '');
  return hostname === arrivedAt || hostname === `[${arrivedAt}]`;
}

/**
 * PUBLIC_URL's origin. Where PUBLIC_URL is of this machine or its local network, also the loopback names: with
 * PUBLIC_URL's port, or with the very name and port that were asked for.
 */
function isOwnOrigin(from: URL, asked: URL, own: URL): boolean {
  if (from.origin === own.origin) return true;
  if (from.protocol !== own.protocol || !loopbackNames.has(from.hostname)) return false;
  if (loopbackNames.has(own.hostname) && from.port === own.port) return true;
  const isLocal = loopbackNames.has(own.hostname) || addressLiteral.test(own.hostname);
  return isLocal && from.host === asked.host;
}

function parseUrl(text: string): URL | undefined {
  return URL.parse(text) ?? undefined;
}
