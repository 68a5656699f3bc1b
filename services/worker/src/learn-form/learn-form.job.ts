import type { JobHandler } from '@ticket-pros/queue/start-consumer';
import type { WorkerParts } from '../worker-parts.ts';
import { learnFromTicket } from './learn-from-ticket.ts';

/** Lets the forms of an account learn from a ticket that was decided, or forget it. */
export function learnFormJob({ db, log }: WorkerParts): JobHandler<'learn-form'> {
  return async ({ accountId, ticketId }, { jobId }) => {
    const startedAt = performance.now();
    const lesson = await learnFromTicket(db, accountId, ticketId);
    const ms = Math.round(performance.now() - startedAt);
    log.info({ job: 'learn-form', jobId, accountId, ticketId, ...lesson, ms }, 'learned from a ticket');
  };
}
