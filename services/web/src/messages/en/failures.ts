import type { FailureCode } from '@ticket-pros/contracts/failure-code';

/** Why the reader gave up, by code: the sentence that crew and office read on the ticket. */
export const failures = {
  image_damaged: 'The photo is damaged. Take it again and send it as a new ticket.',
  image_missing: 'The stored photo could not be found. Tell support, and send the ticket again.',
  reader_crashed: 'Reading stopped several times without a result. Try again, or enter the values by hand.',
  reader_timeout: 'Reading took too long. Try again, or enter the values by hand.',
  reader_error: 'Something went wrong while reading. Try again, or enter the values by hand.',
} satisfies Record<FailureCode, string>;
