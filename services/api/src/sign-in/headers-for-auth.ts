import type { FastifyRequest } from 'fastify';

/** Header that carries the caller's address to better-auth; the API sets it itself and drops what the caller sent. */
export const clientAddressHeader = 'x-client-address';

/** The headers of a request as better-auth wants them, with the caller's address as the API knows it. */
export function headersForAuth(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set(clientAddressHeader, request.ip);
  return headers;
}
