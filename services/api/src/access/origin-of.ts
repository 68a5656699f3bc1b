import type { Origin } from '@ticket-pros/db/scope';
import type { FastifyRequest } from 'fastify';

/** Where a request came from, as the audit log tells it (promise TP-12). */
export function originOf(request: FastifyRequest): Origin {
  // JSON in a setting of the transaction: control characters would not pass, and nobody needs a long one.
  const device = request.headers['user-agent']?.replace(/[^\x20-\x7e]/g, '').slice(0, 200);
  return { address: request.ip, device: device === undefined || device === '' ? null : device };
}
