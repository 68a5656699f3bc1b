import { sendMailJobId } from '@ticket-pros/queue/job-catalogue';
import type { ApiParts } from '../api-parts.ts';

/**
 * Asks for a mail to be sent, after the commit of the transaction that wrote it. A queue that is down loses nothing: the sweep asks
 * again from the mail's state.
 */
export async function enqueueMail({ queue, mail }: Pick<ApiParts, 'queue' | 'mail'>, mailId: string): Promise<void> {
  try {
    await queue.enqueue('send-mail', { mailId }, { jobId: sendMailJobId(mailId) });
  } catch (error) {
    mail.log.warn({ err: error, mailId }, 'could not enqueue the mail; the sweep will');
  }
}
