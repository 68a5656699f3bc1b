import type { MailContent } from '../mail-content.ts';

/** A mail on its way out. The id becomes its Message-ID, so that a mail sent twice can be recognised as one. */
export type OutgoingMail = MailContent & { mailId: string };

/** How mails leave. */
export type MailTransport = {
  /**
   * Hands a mail over. Rejects with MailRefusedError when the recipient's side will never take it, with MailNotSentError when it may
   * be tried again. After `signal` it gives up soon.
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<void>;
};

/** The mail will never arrive: there is no such address, or what serves it refuses the mail for good. Names nobody. */
export class MailRefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MailRefusedError';
  }
}

/** The mail was not sent this time. Says where it failed and names nobody, because it is logged. */
export class MailNotSentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MailNotSentError';
  }
}
