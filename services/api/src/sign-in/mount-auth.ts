import type { FastifyRequest } from 'fastify';
import type { Api } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { type Auth, clientAddressHeader } from './create-auth.ts';

/** The headers of a request as better-auth wants them, with the caller's address as the API knows it. */
export function headersForAuth(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set(clientAddressHeader, request.ip);
  return headers;
}

const offered = new Set(['/v1/auth/sign-in/email', '/v1/auth/sign-out', '/v1/auth/get-session']);

/** Hands the sign-in addresses to better-auth, under PUBLIC_URL whatever Host was asked for, and no other address. */
export function mountAuth(app: Api, auth: Auth, publicUrl: string): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/v1/auth/*',
    config: { access: { who: 'anybody' } },
    schema: { hide: true },
    handler: async (request, reply) => {
      const { pathname, search } = new URL(request.url, publicUrl);
      if (!offered.has(pathname)) throw new ProblemError('not_found');
      const { body } = request;
      if (body !== undefined && (typeof body !== 'object' || body === null)) {
        throw new ProblemError('bad_request', 'Send the body as an object in application/json.');
      }
      const response = await auth.handler(
        new Request(new URL(pathname + search, publicUrl), {
          method: request.method,
          headers: headersForAuth(request),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
      for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
      if (response.status === 429) return sendProblem(reply, 'too_many_requests');
      if (response.status === 401) return sendProblem(reply, 'not_signed_in', 'E-mail or password is wrong.');
      if (response.status >= 400 && response.status < 500) return sendProblem(reply, 'bad_request');
      // Reading the session fails for want of its database; whatever else broke has thrown.
      if (response.status >= 500) throw new ProblemError(pathname.endsWith('/get-session') ? 'not_ready' : 'internal');
      return reply.code(response.status).send(await response.text());
    },
  });
}
