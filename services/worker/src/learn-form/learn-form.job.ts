import type { Database } from '@ticket-pros/db/connect-database';
import { withAccount } from '@ticket-pros/db/scope';
import { readAgainJobId } from '@ticket-pros/queue/job-catalogue';
import type { JobHandler } from '@ticket-pros/queue/start-consumer';
import type { WorkerParts } from '../worker-parts.ts';
import { learnFromTicket } from './learn-from-ticket.ts';

/** Lets the forms of an account learn from a ticket that was decided, or forget it. Tickets that are to be read again waited for that. */
export function learnFormJob({ db, queue, log }: WorkerParts): JobHandler<'learn-form'> {
  return async ({ accountId, ticketId }, { jobId }) => {
    const startedAt = performance.now();
    const lesson = await learnFromTicket(db, accountId, ticketId);
    for (const rereadingId of await findOpenRereadings(db, accountId)) {
      await queue.enqueue('read-again', { accountId, rereadingId }, { jobId: readAgainJobId(rereadingId) });
    }
    const ms = Math.round(performance.now() - startedAt);
    log.info({ job: 'learn-form', jobId, accountId, ticketId, ...lesson, ms }, 'learned from a ticket');
  };
}

async function findOpenRereadings(db: Database, accountId: string): Promise<string[]> {
  const rows = await withAccount(db, accountId, (transaction) =>
    transaction
      .selectFrom('rereadings')
      .select('id')
      .where('account_id', '=', accountId)
      .where('finished_at', 'is', null)
      .where('stopped_at', 'is', null)
      .execute(),
  );
  return rows.map(({ id }) => id);
}
