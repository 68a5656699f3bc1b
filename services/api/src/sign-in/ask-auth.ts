import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';
import type { Auth } from './create-auth.ts';
import { headersForAuth } from './headers-for-auth.ts';

/** A request to one of the sign-in addresses, and what it is answered with. */
export type Call = { auth: Auth; request: FastifyRequest; reply: FastifyReply };

/** What better-auth answered. Its cookies are on the reply already. */
export type AuthAnswer = { ok: true; body: unknown } | { ok: false; status: number; code: string };

const refusalSchema = z.object({ code: z.string() });

/** Asks better-auth under PUBLIC_URL, whatever Host was asked for. Throws where it can't tell. */
export async function askAuth(
  { auth, request, reply }: Call,
  path: `/${string}`,
  { body, query = '' }: { body?: object; query?: string } = {},
): Promise<AuthAnswer> {
  const address = new URL(`/v1/auth${path}${query}`, auth.signIn.publicUrl);
  const headers = headersForAuth(request);
  headers.delete('content-length');
  const response = await auth.handler(
    body === undefined
      ? new Request(address, { headers })
      : new Request(address, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  if (response.status === 429) {
    reply.header('retry-after', response.headers.get('x-retry-after') ?? '60');
    throw new ProblemError('too_many_requests');
  }
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (response.ok) return { ok: true, body: answer };
  const refusal = refusalSchema.safeParse(answer);
  return { ok: false, status: response.status, code: refusal.success ? refusal.data.code : '' };
}
