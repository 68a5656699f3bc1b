import { readTicketJobId } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import type { FastifyBaseLogger } from 'fastify';

type ReadingWanted = { accountId: string; ticketId: string; readingNumber: number };

/** Asks for a reading, after the commit. A queue that is down loses nothing: the sweep asks again from the ticket's state. */
export async function enqueueReading(queue: Queue, log: FastifyBaseLogger, wanted: ReadingWanted): Promise<void> {
  try {
    await queue.enqueue('read-ticket', wanted, { jobId: readTicketJobId(wanted.ticketId, wanted.readingNumber) });
  } catch (error) {
    log.warn({ err: error, ticketId: wanted.ticketId }, 'could not enqueue the reading; the sweep will');
  }
}
