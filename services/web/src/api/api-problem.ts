import type { ErrorCode, Problem } from '@ticket-pros/contracts/error-code';

/** An answer of the API that is not a success, with the problem document where it sent one. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly code: ErrorCode | null;
  readonly detail: string | null;

  constructor(status: number, problem: Partial<Problem> | null) {
    super(problem?.title ?? `The server answered ${status}.`);
    this.status = status;
    this.code = problem?.code ?? null;
    this.detail = problem?.detail ?? null;
  }
}

/** The code of an error that came from the API, or null for any other error. */
export function problemCode(error: unknown): ErrorCode | null {
  return error instanceof ApiProblem ? error.code : null;
}
