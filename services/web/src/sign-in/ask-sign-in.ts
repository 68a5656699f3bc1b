import { problemSchema } from '@ticket-pros/contracts/error-code';
import type { z } from 'zod';
import { ApiProblem } from '../api/api-problem.ts';

/**
 * Asks one of the sign-in addresses, which the generated client does not know; without a body it is a GET. Throws {@link ApiProblem}
 * for a refusal and for an answer of another form; rejects otherwise only where the server cannot be reached.
 */
export async function askSignIn<Answer>(
  address: `/v1/${'auth' | 'me'}/${string}`,
  answer: z.ZodType<Answer>,
  body?: object,
): Promise<Answer> {
  const response = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const content: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const problem = problemSchema.safeParse(content);
    throw new ApiProblem(response.status, problem.data ?? null, response.headers.get('retry-after'));
  }
  const read = answer.safeParse(content);
  // An answer of another form comes from something in between.
  if (!read.success) throw new ApiProblem(response.status, null);
  return read.data;
}
