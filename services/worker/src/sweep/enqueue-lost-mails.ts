import type { Database } from '@ticket-pros/db/connect-database';
import { sendMailJobId } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import { sql } from 'kysely';

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
  let enqueued = 0;
  for (const { id } of due) {
    const jobId = sendMailJobId(id);
    if (await queue.hasLiveJob('send-mail', jobId)) continue;
    await queue.enqueue('send-mail', { mailId: id }, { jobId });
    enqueued += 1;
  }
  return enqueued;
}
