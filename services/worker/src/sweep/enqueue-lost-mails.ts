import type { Database } from '@ticket-pros/db/connect-database';
import { sendMailJobId } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import { sql } from 'kysely';
import { enqueueMissing } from './enqueue-missing.ts';

const mostMails = 1_000;

/**
 * Enqueues the mails that are due for a minute or more and whose job is gone, or came to nothing. Of more than a thousand it takes those
 * that are due longest.
 * @returns how many were enqueued.
 */
export async function enqueueLostMails(sweepDb: Database, queue: Queue): Promise<number> {
  const due = await sweepDb
    .selectFrom('mails')
    .select('id')
    .where('state', '=', 'waiting')
    .where('due_at', '<', sql<Date>`now() - interval '1 minute'`)
    .orderBy('due_at')
    .limit(mostMails)
    .execute();
  const mails = due.map(({ id: mailId }) => ({ jobId: sendMailJobId(mailId), payload: { mailId } }));
  return enqueueMissing(queue, 'send-mail', mails);
}
