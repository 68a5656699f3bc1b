import type { QueueConnection } from '@ticket-pros/config/queue-settings';
import { createPostgresBackend, type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { z } from 'zod';
import { postgresOptions, redisConsumerOptions } from './connection-options.ts';
import { type JobCatalogue, type JobNameOf, type JobPayloadOf, jobCatalogue } from './job-catalogue.ts';
import { PermanentError } from './permanent-error.ts';
import { tellBreaks } from './tell-breaks.ts';

/** What a handler knows about the job in its hands. */
export type JobContext = {
  jobId: string;
  /** Counts from 1. */
  attempt: number;
  /** Whether a failure of this attempt is the job's last. */
  isLastAttempt: boolean;
  /** Aborted when the process has to end before the job is done: give up soon and reject, the job is handed back. */
  signal: AbortSignal;
};

export type JobHandlerOf<Catalogue extends JobCatalogue, Name extends JobNameOf<Catalogue>> = (
  payload: JobPayloadOf<Catalogue, Name>,
  context: JobContext,
) => Promise<void>;
export type JobHandler<Name extends JobNameOf<typeof jobCatalogue>> = JobHandlerOf<typeof jobCatalogue, Name>;

/** What a consumer is doing, for telling whether it still works. Times are milliseconds since the epoch. */
export type ConsumerActivity = { running: number; oldestStartedAt: number | null; lastTakenAt: number | null };

export type Consumer = {
  activity(): ConsumerActivity;
  /** Takes no further job, gives the running ones `graceMs` to finish, then hands them back to the queue and ends. */
  close(graceMs: number): Promise<void>;
};

type ConsumerOptions = {
  /** Jobs in hand at the same time. */
  concurrency: number;
  log: Logger;
};

/**
 * A killed consumer's jobs are taken again when their lock has run out and the next look-around has noticed: 18
 * seconds at the most. How often a job may be lost like that is counted on the ticket, so that BullMQ's own limit
 * never decides.
 */
const lockTimes = { lockDuration: 12_000, stalledInterval: 6_000, maxStalledCount: 1_000 };

/** Starts to take jobs of one name from the product's catalogue. */
export function startConsumer<Name extends JobNameOf<typeof jobCatalogue>>(
  connection: QueueConnection,
  name: Name,
  handler: JobHandler<Name>,
  options: ConsumerOptions,
): Promise<Consumer> {
  return startConsumerOf(connection, jobCatalogue, name, handler, options);
}

/**
 * Starts to take jobs of one name. A payload that the catalogue refuses fails for good, as does a job whose handler
 * throws PermanentError; whatever else it throws is tried again as the catalogue says. Telling why a job failed is
 * the handler's part.
 */
export async function startConsumerOf<Catalogue extends JobCatalogue, Name extends JobNameOf<Catalogue>>(
  connection: QueueConnection,
  catalogue: Catalogue,
  name: Name,
  handler: JobHandlerOf<Catalogue, Name>,
  { concurrency, log }: ConsumerOptions,
): Promise<Consumer> {
  const definition: Catalogue[Name] | undefined = catalogue[name];
  if (definition === undefined) throw new Error(`No job is called "${name}".`);
  const schema: Catalogue[Name]['payload'] = definition.payload;
  const startedAt = new Map<string, number>();
  let lastTakenAt: number | null = null;
  let isHandingBack = false;

  const process = async (job: AnyJob, token?: string, signal = new AbortController().signal) => {
    const jobId = job.id ?? '';
    const attempt = job.attemptsMade + 1;
    lastTakenAt = Date.now();
    startedAt.set(jobId, lastTakenAt);
    try {
      // BullMQ may still bring a job that it was about to fetch when the closing began, or the very one just handed back.
      if (isHandingBack) throw new Error('the process ends');
      const payload = schema.safeParse(job.data);
      if (!payload.success) {
        log.error({ job: name, jobId, reason: z.prettifyError(payload.error) }, 'payload refused');
        throw new PermanentError('payload refused');
      }
      await handler(payload.data, { jobId, attempt, isLastAttempt: attempt >= (job.opts.attempts ?? 1), signal });
    } catch (error) {
      if (isHandingBack) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      if (error instanceof PermanentError) throw new UnrecoverableError(error.message);
      throw error;
    } finally {
      startedAt.delete(jobId);
    }
  };

  const worker = createWorker(connection, name, process, concurrency);
  worker.on('error', tellBreaks(log, { job: name }, 'the queue reports a problem'));
  worker.on('stalled', (jobId) => log.warn({ job: name, jobId }, 'job was lost by its process and is taken again'));
  await worker.waitUntilReady();

  return {
    activity: () => ({
      running: startedAt.size,
      oldestStartedAt: startedAt.size === 0 ? null : Math.min(...startedAt.values()),
      lastTakenAt,
    }),
    async close(graceMs) {
      const timer = setTimeout(() => {
        isHandingBack = true;
        worker.cancelAllJobs('the process ends');
      }, graceMs);
      await worker.close();
      clearTimeout(timer);
    },
  };
}

type Process = (job: AnyJob, token?: string, signal?: AbortSignal) => Promise<void>;
type AnyJob = Job<unknown, void, string>;
type BackedWorker = Pick<Worker, 'waitUntilReady' | 'close' | 'cancelAllJobs'> & {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'stalled', listener: (jobId: string) => void): unknown;
};

function createWorker(connection: QueueConnection, name: string, process: Process, concurrency: number): BackedWorker {
  // BullMQ passes the signal to functions that declare three parameters and no default among them.
  const withSignal: Process = (job, token, signal) => process(job, token, signal);
  const options = { concurrency, ...lockTimes };
  return connection.kind === 'redis'
    ? new Worker(name, withSignal, { ...options, connection: redisConsumerOptions(connection.url) })
    : new Worker(name, withSignal, { ...options, connection: postgresOptions(connection.url) }, createPostgresBackend);
}
