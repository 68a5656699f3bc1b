import type { FailureCode } from '@ticket-pros/contracts/failure-code';
import { PermanentError } from '@ticket-pros/queue/permanent-error';

/**
 * A reading that is over for good, and why: written on the ticket, where people see it and can ask for another try.
 */
export class ReadingFailure extends PermanentError {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReadingFailure';
    this.code = code;
  }
}
