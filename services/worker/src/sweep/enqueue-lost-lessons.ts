import type { Database } from '@ticket-pros/db/connect-database';
import { learnFormJobId } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import { sql } from 'kysely';
import { enqueueMissing } from './enqueue-missing.ts';

const mostLessons = 1_000;

/**
 * Enqueues the lessons that are due for a minute or more and whose job is gone; of more than a thousand those that are due longest.
 * @returns how many were enqueued.
 */
export async function enqueueLostLessons(sweepDb: Database, queue: Queue): Promise<number> {
  const due = await sweepDb
    .selectFrom('lessons_due')
    .select(['account_id', 'ticket_id'])
    .where('due_at', '<', sql<Date>`now() - interval '1 minute'`)
    .orderBy('due_at')
    .limit(mostLessons)
    .execute();
  const lessons = due.map(({ account_id: accountId, ticket_id: ticketId }) => ({
    jobId: learnFormJobId(ticketId),
    payload: { accountId, ticketId },
  }));
  return enqueueMissing(queue, 'learn-form', lessons);
}
