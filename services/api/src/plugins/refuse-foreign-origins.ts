import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problems/problem-error.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses changes that a page of another site asks a signed-in browser for (on top of the cookie's SameSite=Lax). */
export function refuseForeignOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (safeMethods.has(request.method)) return;
    if (site === 'cross-site') throw new ProblemError('wrong_origin');
    // Programs send no origin; browsers always do with a change.
    if (origin === undefined) return;
    if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw new ProblemError('wrong_origin');
  });
}
