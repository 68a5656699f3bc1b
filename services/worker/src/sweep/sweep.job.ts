import type { JobHandler } from '@ticket-pros/queue/start-consumer';
import type { WorkerParts } from '../worker-parts.ts';
import { enqueueLostReadings } from './enqueue-lost-readings.ts';
import { removeExpiredSignIns } from './remove-expired-sign-ins.ts';
import { removeObjects } from './remove-objects.ts';
import { removeUnfinishedUploads } from './remove-unfinished-uploads.ts';

/**
 * Finds what crashes and outages left undone, from the rows alone. One that fails does not keep the others from their
 * work.
 */
export function sweepJob({ sweepDb, storage, queue, log }: WorkerParts): JobHandler<'sweep'> {
  return async (_payload, { jobId }) => {
    const startedAt = performance.now();
    const results = await Promise.allSettled([
      enqueueLostReadings(sweepDb, queue),
      removeUnfinishedUploads(sweepDb, storage),
      removeObjects(sweepDb, storage),
      removeExpiredSignIns(sweepDb),
    ]);
    const failed = results.find((result) => result.status === 'rejected');
    const [readingsEnqueued, uploadsRemoved, objectsRemoved, signInsRemoved] = results.map((result) =>
      result.status === 'fulfilled' ? result.value : null,
    );
    const ms = Math.round(performance.now() - startedAt);
    const entry = { job: 'sweep', jobId, readingsEnqueued, uploadsRemoved, objectsRemoved, signInsRemoved, ms };
    const foundSomething = readingsEnqueued || uploadsRemoved || objectsRemoved || signInsRemoved;
    log[foundSomething ? 'info' : 'debug'](entry, 'swept');
    if (failed === undefined) return;
    log.error({ job: 'sweep', jobId, err: failed.reason }, 'the sweep failed in part; the next one tries again');
    throw failed.reason;
  };
}
