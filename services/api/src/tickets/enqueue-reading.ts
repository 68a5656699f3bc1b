import { type JobPayload, readTicketJobId } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import type { FastifyBaseLogger } from 'fastify';
import { enqueueAfterCommit } from '../queue/enqueue-after-commit.ts';

/** Asks for a reading, after the commit. */
export function enqueueReading(queue: Queue, log: FastifyBaseLogger, wanted: JobPayload<'read-ticket'>): Promise<void> {
  const jobId = readTicketJobId(wanted.ticketId, wanted.readingNumber);
  return enqueueAfterCommit(queue, log, { name: 'read-ticket', payload: wanted, jobId, noun: 'reading' });
}
