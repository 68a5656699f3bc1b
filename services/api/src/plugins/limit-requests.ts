import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

/** A ceiling on requests by address, far above what people do; sign-in has a limit of its own in better-auth. */
export async function limitRequests(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { max: 3000, timeWindow: '1 minute' });
}
