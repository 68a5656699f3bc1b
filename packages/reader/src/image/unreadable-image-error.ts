import type { PhotoFailure } from '@ticket-pros/contracts/failure-code';
import { photoFailures } from '@ticket-pros/contracts/failure-sentences';

/** The image can't be read, for a reason that can be told in words. Trying the same bytes again won't help. */
export class UnreadableImageError extends Error {
  readonly reason: PhotoFailure;
  /** Which of the ticket's images it was, from 0. */
  readonly page: number;

  constructor(page: number, reason: PhotoFailure, cause?: unknown) {
    super(`Image ${page + 1}: ${photoFailures[reason]}`, { cause });
    this.name = 'UnreadableImageError';
    this.page = page;
    this.reason = reason;
  }
}
