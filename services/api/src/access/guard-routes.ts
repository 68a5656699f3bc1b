import type { FastifyRequest } from 'fastify';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Asker } from './asker.ts';
import { findAsker } from './find-asker.ts';
import { findSession, type SignedInUser } from './find-session.ts';

/**
 * Lets a request through to its route only as that route's access says, before its body is read. Register before every route: one
 * without an access keeps the API from starting. `openPaths` begin the addresses of routes that packages add (documents, files).
 */
export function guardRoutes(app: Api, parts: ApiParts, openPaths: readonly string[] = []): void {
  app.decorateRequest('asker', null);
  app.decorateRequest('signedInUser', null);
  app.decorate('guardedRoutes', []);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.access !== undefined) {
      for (const one of [method].flat()) app.guardedRoutes.push({ method: one, url, access: config.access });
      return;
    }
    if (openPaths.some((path) => url.startsWith(path))) return;
    throw new Error(`${method} ${url} doesn't say in config.access who may ask`);
  });
  app.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config.access;
    if (request.is404 || access === undefined || access.who === 'anybody') return;
    if (access.who === 'members') {
      request.asker = await findAsker(request, reply, parts, access);
      request.signedInUser = request.asker.user;
    } else {
      request.signedInUser = await findSession(request, reply, parts.auth);
      if (request.signedInUser === null) throw new ProblemError('not_signed_in');
    }
  });
}

/** The member that a request comes from, on routes whose access is for members. */
export function askerOf(request: FastifyRequest): Asker {
  if (request.asker === null) throw new Error(`${request.routeOptions.url} is not a route for members`);
  return request.asker;
}

/** The person that a request comes from, on routes that no API key may ask. */
export function signedInUserOf(request: FastifyRequest): SignedInUser {
  if (request.signedInUser === null) throw new Error(`${request.routeOptions.url} is not a route for signed-in people`);
  return request.signedInUser;
}
