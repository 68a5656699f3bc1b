import type { JobName, JobPayload } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import type { FastifyBaseLogger } from 'fastify';

type WantedJob<Name extends JobName> = {
  name: Name;
  payload: JobPayload<Name>;
  jobId: string;
  /** What the log calls it. */
  noun: string;
};

/** Asks for a job, after the commit of what makes it due. A queue that is down loses nothing: the sweep asks again from the rows. */
export async function enqueueAfterCommit<Name extends JobName>(
  queue: Queue,
  log: Pick<FastifyBaseLogger, 'warn'>,
  { name, payload, jobId, noun }: WantedJob<Name>,
): Promise<void> {
  try {
    await queue.enqueue(name, payload, { jobId });
  } catch (error) {
    log.warn({ err: error, job: name, wanted: payload }, `could not enqueue the ${noun}; the sweep will`);
  }
}
