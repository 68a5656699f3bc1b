import { readTicketJobId } from '@ticket-pros/queue/job-catalogue';
import type { JobHandler } from '@ticket-pros/queue/start-consumer';
import type { WorkerParts } from '../worker-parts.ts';
import { beginReadings } from './begin-readings.ts';

/**
 * Goes on with tickets that are to be read again together. It is asked when they are chosen, whenever one of them was read, and by the
 * sweep.
 */
export function readAgainJob({ db, queue, log }: WorkerParts): JobHandler<'read-again'> {
  return async (rereading, { jobId }) => {
    const { accountId, rereadingId } = rereading;
    const begun = await beginReadings(db, rereading);
    for (const { ticketId, readingNumber } of begun) {
      const jobId = readTicketJobId(ticketId, readingNumber);
      await queue.enqueue('read-ticket', { accountId, ticketId, readingNumber }, { jobId });
    }
    log.info({ job: 'read-again', jobId, accountId, rereadingId, begun: begun.length }, 'readings begun again');
  };
}
