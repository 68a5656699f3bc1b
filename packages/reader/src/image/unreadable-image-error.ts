import type { FailureCode } from '@ticket-pros/contracts/failure-code';
import { type UnreadableReason, unreadableReasons } from './unreadable-reason.ts';

/** The image can't be read, for a reason that can be told in words. Trying the same bytes again won't help. */
export class UnreadableImageError extends Error {
  readonly code: FailureCode = 'image_damaged';
  readonly reason: UnreadableReason;
  /** Which of the ticket's images it was, from 0. */
  readonly page: number;

  constructor(page: number, reason: UnreadableReason, cause?: unknown) {
    super(`Image ${page + 1}: ${unreadableReasons[reason]}`, { cause });
    this.name = 'UnreadableImageError';
    this.page = page;
    this.reason = reason;
  }
}
