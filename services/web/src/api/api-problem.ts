import type { ErrorCode, Problem } from '@ticket-pros/contracts/error-code';

/** An answer of the API that is not a success, with the problem document where it sent one. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly code: ErrorCode | null;
  readonly detail: string | null;
  /** How long to wait before asking again, where the server said so. */
  readonly waitSeconds: number | null;

  /** `retryAfter` is the header of that name. */
  constructor(status: number, problem: Partial<Problem> | null, retryAfter: string | null = null) {
    super(problem?.title ?? `The server answered ${status}.`);
    this.status = status;
    this.code = problem?.code ?? null;
    this.detail = problem?.detail ?? null;
    this.waitSeconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
  }
}

/** The code of an error that came from the API, or null for any other error. */
export function problemCode(error: unknown): ErrorCode | null {
  return error instanceof ApiProblem ? error.code : null;
}
