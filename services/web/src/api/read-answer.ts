import type { Problem } from '@ticket-pros/contracts/error-code';
import { ApiProblem } from './api-problem.ts';

type Answer<Data> = { data?: Data; error?: unknown; response: Response };

/** The body of a successful answer; throws {@link ApiProblem} for every other one. */
export async function readAnswer<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (response.ok && data !== undefined) return data;
  throw problemOf(error, response);
}

/** The same for answers without a body. */
export async function readDone(call: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) throw problemOf(error, response);
}

function problemOf(error: unknown, response: Response): ApiProblem {
  return new ApiProblem(response.status, isProblem(error) ? error : null, response.headers.get('retry-after'));
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string';
}
