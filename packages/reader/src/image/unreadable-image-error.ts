import type { FailureCode } from '@ticket-pros/contracts/failure-code';

/**
 * The bytes are no picture that can be opened: not an image, cut short, damaged, or with too many pixels. Trying again
 * won't help.
 */
export class UnreadableImageError extends Error {
  readonly code: FailureCode = 'image_damaged';
  /** Which of the ticket's images it was, from 0. */
  readonly page: number;

  constructor(page: number, cause: unknown) {
    super(
      `Image ${page + 1} can't be opened: ${cause instanceof Object && 'message' in cause ? cause.message : cause}`,
      {
        cause,
      },
    );
    this.name = 'UnreadableImageError';
    this.page = page;
  }
}
