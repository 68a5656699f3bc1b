import { z } from 'zod';

/** Why the reader gave up on a ticket, each with the sentence that crew and office read on it. */
export const failureCodes = {
  image_damaged: 'The photo is damaged. Take it again and send it as a new ticket.',
  image_missing: 'The stored photo could not be found. Tell support, and send the ticket again.',
  reader_crashed: 'Reading stopped several times without a result. Try again, or enter the values by hand.',
  reader_timeout: 'Reading took too long. Try again, or enter the values by hand.',
  reader_error: 'Something went wrong while reading. Try again, or enter the values by hand.',
} as const satisfies Record<string, string>;

export type FailureCode = keyof typeof failureCodes;
export const failureCodeSchema = z.enum(Object.keys(failureCodes) as [FailureCode, ...FailureCode[]]);
