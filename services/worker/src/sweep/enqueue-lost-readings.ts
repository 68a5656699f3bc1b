import type { Database } from '@ticket-pros/db/connect-database';
import { readTicketJobId } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import { sql } from 'kysely';
import { enqueueMissing } from './enqueue-missing.ts';

const mostTickets = 1_000;

/**
 * Enqueues the readings that are due for a minute or more and whose job is gone. It looks at the 1,000 tickets that
 * have waited longest: those have a job and will be read, or get one now, so that every lost one comes among them in
 * time.
 * @returns how many were enqueued.
 */
export async function enqueueLostReadings(sweepDb: Database, queue: Queue): Promise<number> {
  const due = await sweepDb
    .selectFrom('tickets')
    .select(['account_id', 'id', 'reading_number'])
    .where('state', 'in', ['received', 'reading'])
    .where('updated_at', '<', sql<Date>`now() - interval '1 minute'`)
    .orderBy('updated_at')
    .limit(mostTickets)
    .execute();
  const readings = due.map(({ account_id: accountId, id: ticketId, reading_number: readingNumber }) => ({
    jobId: readTicketJobId(ticketId, readingNumber),
    payload: { accountId, ticketId, readingNumber },
  }));
  return enqueueMissing(queue, 'read-ticket', readings);
}
