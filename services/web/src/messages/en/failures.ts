import type { FailureCode } from '@ticket-pros/contracts/failure-code';
import { failureCodes } from '@ticket-pros/contracts/failure-sentences';

/** Why the reader gave up, by code: the sentence that crew and office read on the ticket, the API's own. */
export const failures: Record<FailureCode, string> = failureCodes;
