import type { JobCatalogue, JobName } from '@ticket-pros/queue/job-catalogue';
import type { JobHandler } from '@ticket-pros/queue/start-consumer';
import { learnFormJob } from './learn-form/learn-form.job.ts';
import { readAgainJob } from './read-again/read-again.job.ts';
import { readTicketJob } from './read-ticket/read-ticket.job.ts';
import { sendMailJob } from './send-mail/send-mail.job.ts';
import { sweepJob } from './sweep/sweep.job.ts';
import type { WorkerParts } from './worker-parts.ts';

/** How the worker does one kind of job. */
export type RegisteredJob<Name extends JobName> = {
  /** Jobs in hand at the same time, in this process. */
  concurrency: number;
  handler: JobHandler<Name>;
};
export type RegisteredJobs = { [Name in JobName]: RegisteredJob<Name> };

/** Every job of the catalogue with its handler. */
export function registerJobs(parts: WorkerParts, { readerThreads }: { readerThreads: number }): RegisteredJobs {
  return {
    'read-ticket': { concurrency: readerThreads, handler: readTicketJob(parts) },
    'learn-form': { concurrency: 1, handler: learnFormJob(parts) },
    'read-again': { concurrency: 2, handler: readAgainJob(parts) },
    'send-mail': { concurrency: 4, handler: sendMailJob(parts) },
    sweep: { concurrency: 1, handler: sweepJob(parts) },
  };
}

/**
 * Throws when a job of the catalogue has no handler, or a handler has no job: jobs would wait for ever without a
 * sound.
 */
export function checkJobs(catalogue: JobCatalogue, registered: object): void {
  const jobs = Object.keys(catalogue);
  const handlers = Object.keys(registered);
  const problems = [
    ...jobs.filter((name) => !handlers.includes(name)).map((name) => `the job "${name}" has no handler`),
    ...handlers.filter((name) => !jobs.includes(name)).map((name) => `the handler "${name}" has no job`),
  ];
  if (problems.length > 0) throw new Error(`The worker can't start: ${problems.join('; ')}.`);
}
