import type { FastifyRequest } from 'fastify';

const patienceMs = 30_000;

/**
 * Lets go of what the client still sends after the answer is known: reads on without keeping anything, because a client that is
 * cut off while it sends never sees the answer. One that goes on for too long is cut off all the same.
 */
export function discardBody({ raw }: FastifyRequest): void {
  if (raw.readableEnded || raw.destroyed) return;
  raw.unpipe();
  raw.resume();
  const timer = setTimeout(() => raw.destroy(), patienceMs);
  timer.unref();
  raw.once('end', () => clearTimeout(timer));
  raw.once('close', () => clearTimeout(timer));
}
