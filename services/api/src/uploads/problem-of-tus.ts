import type { ErrorCode } from '@ticket-pros/contracts/error-code';
import { ProblemError } from '../problems/problem-error.ts';

const codes: Record<number, ErrorCode> = {
  404: 'not_found',
  409: 'upload_offset',
  410: 'not_found',
  413: 'request_too_large',
};

/** What the tus server refuses with a status and a plain text, as a problem; other errors as they are. */
export function problemOfTus(error: unknown): unknown {
  if (!(error instanceof Object) || error instanceof ProblemError) return error;
  if (!('status_code' in error) || typeof error.status_code !== 'number') return error;
  const text = 'body' in error && typeof error.body === 'string' ? error.body.trim() : undefined;
  const code = codes[error.status_code];
  if (code !== undefined) return new ProblemError(code);
  return error.status_code < 500 || error.status_code === 501 ? new ProblemError('bad_request', text) : error;
}
