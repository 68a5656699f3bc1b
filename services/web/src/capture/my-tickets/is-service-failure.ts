import type { FailureCode } from '@ticket-pros/contracts/failure-code';

/** Whether the reading failed for a reason that is not in the photo, so that reading it again may well help. */
export function isServiceFailure(failure: FailureCode | null): boolean {
  return failure?.startsWith('reader_') === true;
}
