import type { FastifyReply, FastifyRequest } from 'fastify';

const patienceMs = 5_000;

/**
 * Lets go of what the client still sends after the answer is known: reads on for a moment without keeping anything, so that the client
 * gets to see the answer, then ends the connection.
 */
export function discardBody(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.readableEnded || request.raw.destroyed) return;
  reply.header('connection', 'close');
  request.raw.unpipe();
  request.raw.resume();
  const timer = setTimeout(() => request.raw.destroy(), patienceMs);
  timer.unref();
  request.raw.once('close', () => clearTimeout(timer));
}
