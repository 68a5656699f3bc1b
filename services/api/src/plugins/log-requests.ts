import type { FastifyInstance } from 'fastify';

/** One line for each answered request. The query is left out: it may hold names that people searched for. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request;
    const path = url.split('?', 1)[0];
    const entry = { method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (path?.startsWith('/health/')) request.log.debug(entry, 'answered');
    else request.log.info(entry, 'answered');
  });
}
