import { type ErrorCode, errorCodes } from '@ticket-pros/contracts/error-code';

/** An error that the client is told about: a code of the table in contracts, and what is special about this case. */
export class ProblemError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail ?? errorCodes[code].title, options);
    this.name = 'ProblemError';
    this.code = code;
    this.detail = detail;
  }
}
