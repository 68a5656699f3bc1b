import type { JobName, JobPayload } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';

/**
 * Enqueues those of these jobs that are neither waiting nor running.
 * @returns how many were enqueued.
 */
export async function enqueueMissing<Name extends JobName>(
  queue: Queue,
  name: Name,
  due: readonly { jobId: string; payload: JobPayload<Name> }[],
): Promise<number> {
  let enqueued = 0;
  for (const { jobId, payload } of due) {
    if (await queue.hasLiveJob(name, jobId)) continue;
    await queue.enqueue(name, payload, { jobId });
    enqueued += 1;
  }
  return enqueued;
}
