import { sendMailJobId } from '@ticket-pros/queue/job-catalogue';
import type { ApiParts } from '../api-parts.ts';
import { enqueueAfterCommit } from '../queue/enqueue-after-commit.ts';

/** Asks for a mail to be sent, after the commit of the transaction that wrote it. */
export function enqueueMail({ queue, mail }: Pick<ApiParts, 'queue' | 'mail'>, mailId: string): Promise<void> {
  const jobId = sendMailJobId(mailId);
  return enqueueAfterCommit(queue, mail.log, { name: 'send-mail', payload: { mailId }, jobId, noun: 'mail' });
}
