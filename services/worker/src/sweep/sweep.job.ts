import type { JobHandler } from '@ticket-pros/queue/start-consumer';
import type { WorkerParts } from '../worker-parts.ts';
import { endOldMails } from './end-old-mails.ts';
import { enqueueLostLessons } from './enqueue-lost-lessons.ts';
import { enqueueLostMails } from './enqueue-lost-mails.ts';
import { enqueueLostReadings } from './enqueue-lost-readings.ts';
import { enqueueLostRereadings } from './enqueue-lost-rereadings.ts';
import { removeExpiredSignIns } from './remove-expired-sign-ins.ts';
import { removeLeftPieces } from './remove-left-pieces.ts';
import { removeObjects } from './remove-objects.ts';
import { removeUnfinishedUploads } from './remove-unfinished-uploads.ts';

/**
 * Finds what crashes and outages left undone, from the rows alone. One that fails does not keep the others from their
 * work.
 */
export function sweepJob({ sweepDb, storage, queue, log }: WorkerParts): JobHandler<'sweep'> {
  return async (_payload, { jobId }) => {
    const startedAt = performance.now();
    const work: Record<string, Promise<number>> = {
      readingsEnqueued: enqueueLostReadings(sweepDb, queue),
      rereadingsEnqueued: enqueueLostRereadings(sweepDb, queue),
      lessonsEnqueued: enqueueLostLessons(sweepDb, queue),
      uploadsRemoved: removeUnfinishedUploads(sweepDb, storage),
      piecesRemoved: removeLeftPieces(sweepDb, storage),
      objectsRemoved: removeObjects(sweepDb, storage),
      signInsRemoved: removeExpiredSignIns(sweepDb),
      mailsEnqueued: enqueueLostMails(sweepDb, queue),
      mailsEnded: endOldMails(sweepDb),
    };
    const results = await Promise.allSettled(Object.values(work));
    const failed = results.find((result) => result.status === 'rejected');
    const counts = results.map((result) => (result.status === 'fulfilled' ? result.value : null));
    const found = Object.fromEntries(Object.keys(work).map((name, index) => [name, counts[index]]));
    const ms = Math.round(performance.now() - startedAt);
    log[counts.some(Boolean) ? 'info' : 'debug']({ job: 'sweep', jobId, ...found, ms }, 'swept');
    if (failed === undefined) return;
    log.error({ job: 'sweep', jobId, err: failed.reason }, 'the sweep failed in part; the next one tries again');
    throw failed.reason;
  };
}
