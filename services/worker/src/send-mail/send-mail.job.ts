import { openMail } from '@ticket-pros/mail/seal-mail';
import { MailRefusedError } from '@ticket-pros/mail/transport/mail-transport';
import { PermanentError } from '@ticket-pros/queue/permanent-error';
import type { JobHandler } from '@ticket-pros/queue/start-consumer';
import type { WorkerParts } from '../worker-parts.ts';
import { endMail } from './end-mail.ts';
import { takeMail } from './take-mail.ts';

/**
 * Sends a mail and removes its content. A worker that is killed between the two sends it again, under the same Message-ID: a mail may
 * come twice, but is never lost. One that the recipient's side refuses for good has failed at once; any other failure is tried again
 * until the sweep gives the mail up.
 */
export function sendMailJob({ db, mail, log }: WorkerParts): JobHandler<'send-mail'> {
  return async ({ mailId }, { jobId, signal }) => {
    const taken = await takeMail(db, mailId);
    // Sent or given up since the job was made.
    if (taken === null) return;
    const entry = { job: 'send-mail', jobId, mailId, template: taken.template, attempt: taken.attempts };
    try {
      await mail.transport.send({ mailId, ...openMail(mail.secret, mailId, taken.sealed) }, signal);
    } catch (error) {
      if (!(error instanceof MailRefusedError)) {
        log.warn({ ...entry, err: error }, 'the mail was not sent; it is tried again');
        throw error;
      }
      await endMail(db, mailId, 'failed');
      log.warn({ ...entry, err: error }, 'the mail is refused for good');
      throw new PermanentError(error.message);
    }
    await endMail(db, mailId, 'sent');
    log.info(entry, 'mail sent');
  };
}
