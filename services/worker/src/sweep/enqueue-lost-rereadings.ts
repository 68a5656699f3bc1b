import type { Database } from '@ticket-pros/db/connect-database';
import { readAgainJobId } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import { enqueueMissing } from './enqueue-missing.ts';

const mostRereadings = 1_000;

/**
 * Enqueues the rereadings that are not done and whose job is gone.
 * @returns how many were enqueued.
 */
export async function enqueueLostRereadings(sweepDb: Database, queue: Queue): Promise<number> {
  const open = await sweepDb
    .selectFrom('rereadings')
    .select(['account_id', 'id'])
    .where('finished_at', 'is', null)
    .where('stopped_at', 'is', null)
    .orderBy('asked_at')
    .limit(mostRereadings)
    .execute();
  const rereadings = open.map(({ account_id: accountId, id: rereadingId }) => ({
    jobId: readAgainJobId(rereadingId),
    payload: { accountId, rereadingId },
  }));
  return enqueueMissing(queue, 'read-again', rereadings);
}
