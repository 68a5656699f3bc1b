import { setTimeout as wait } from 'node:timers/promises';
import type { QueueConnection } from '@ticket-pros/config/queue-settings';
import { type Queue as BullQueue, createPostgresBackend, Queue as QueueClass } from 'bullmq';
import { Redis } from 'ioredis';
import { postgresOptions } from './connection-options.ts';
import { type JobCatalogue, type JobNameOf, type JobPayloadOf, jobCatalogue } from './job-catalogue.ts';

const readyWithinMs = 15_000;

/**
 * Adds jobs and tells about them. Every name of the catalogue has a queue of its own, so that no kind of job waits
 * behind another.
 */
export type QueueOf<Catalogue extends JobCatalogue> = {
  /**
   * Adds a job. The same `jobId` again changes nothing while the first job is waiting, delayed or running. Rejects
   * when the payload is not what the catalogue says, or when the queue can't be reached.
   */
  enqueue<Name extends JobNameOf<Catalogue>>(
    name: Name,
    payload: JobPayloadOf<Catalogue, Name>,
    options?: { jobId?: string },
  ): Promise<void>;
  /** Whether a job with this id is waiting, delayed or running. Finished jobs leave no trace. */
  hasLiveJob(name: JobNameOf<Catalogue>, jobId: string): Promise<boolean>;
  /** Jobs that could be taken now: neither running nor delayed. */
  countWaiting(name: JobNameOf<Catalogue>): Promise<number>;
  /**
   * Repeats the job every `everyMs` milliseconds, once for all processes, from now on. Calling it again changes
   * nothing.
   */
  repeat<Name extends JobNameOf<Catalogue>>(
    name: Name,
    payload: JobPayloadOf<Catalogue, Name>,
    everyMs: number,
  ): Promise<void>;
  close(): Promise<void>;
};
export type Queue = QueueOf<typeof jobCatalogue>;

/** The part of BullMQ's queue that is used, the same for both backends. */
type Backed = Pick<
  BullQueue<unknown, void, string>,
  'add' | 'close' | 'getJobCountByTypes' | 'getJobState' | 'upsertJobScheduler' | 'waitUntilReady'
> & { on(event: 'error', listener: (error: Error) => void): unknown };

/** Opens the product's queue. Throws when it does not answer within 15 seconds or was never migrated. */
export function openQueue(connection: QueueConnection, onConnectionError?: (error: Error) => void): Promise<Queue> {
  return openQueueOf(connection, jobCatalogue, onConnectionError);
}

/** Opens queues for the jobs of any catalogue. `onConnectionError` hears of breaks that no call was waiting for. */
export async function openQueueOf<Catalogue extends JobCatalogue>(
  connection: QueueConnection,
  catalogue: Catalogue,
  onConnectionError: (error: Error) => void = () => {},
): Promise<QueueOf<Catalogue>> {
  const redis = connection.kind === 'redis' ? connectRedis(connection.url, onConnectionError) : null;
  const queues = new Map<string, Backed>();
  for (const name of Object.keys(catalogue)) {
    queues.set(name, redis === null ? onPostgres(name, connection.url) : onRedis(name, redis));
  }
  for (const queue of queues.values()) queue.on('error', onConnectionError);
  const close = async () => {
    await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
    redis?.disconnect();
  };
  try {
    await withinLimit(Promise.all([...queues.values()].map((queue) => queue.waitUntilReady())));
  } catch (error) {
    void close().catch(() => {});
    throw error;
  }

  const find = (name: string) => {
    const queue = queues.get(name);
    const definition = catalogue[name];
    if (queue === undefined || definition === undefined) throw new Error(`No job is called "${name}".`);
    return { queue, definition };
  };
  return {
    async enqueue(name, payload, { jobId } = {}) {
      const { queue, definition } = find(name);
      await queue.add(name, definition.payload.parse(payload), {
        ...jobOptions(definition),
        ...(jobId === undefined ? {} : { jobId }),
      });
    },
    async hasLiveJob(name, jobId) {
      const state = await find(name).queue.getJobState(jobId);
      return state !== 'unknown' && state !== 'completed' && state !== 'failed';
    },
    async countWaiting(name) {
      return find(name).queue.getJobCountByTypes('waiting', 'prioritized');
    },
    async repeat(name, payload, everyMs) {
      const { queue, definition } = find(name);
      const data = definition.payload.parse(payload);
      await queue.upsertJobScheduler(name, { every: everyMs }, { name, data, opts: jobOptions(definition) });
    },
    close,
  };
}

/**
 * Finished jobs are removed at once: what people see of a job stands on the ticket's row, a kept job would block its
 * id, and BullMQ's Postgres backend can deadlock where only a number of finished jobs is kept.
 */
function jobOptions({ attempts, backoffMs }: JobCatalogue[string]) {
  return {
    attempts,
    backoff: { type: 'exponential', delay: backoffMs },
    removeOnComplete: true,
    removeOnFail: true,
    stackTraceLimit: 0,
  };
}

/** Nothing reads BullMQ's event stream, so that next to none of it is kept. */
const streams = { events: { maxLen: 100 } };

function onPostgres(name: string, url: string): Backed {
  return new QueueClass(name, { connection: postgresOptions(url), streams }, createPostgresBackend);
}

function onRedis(name: string, connection: Redis): Backed {
  return new QueueClass<unknown, void, string>(name, { connection, streams });
}

/**
 * One connection for all queues. A call fails at once while Redis is away, because a person waits for the answer and
 * the sweep makes up for a job that could not be added.
 */
function connectRedis(url: string, onConnectionError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    connectTimeout: 5_000,
    disconnectTimeout: 500,
  });
  redis.on('error', onConnectionError);
  return redis;
}

async function withinLimit(ready: Promise<unknown>): Promise<void> {
  const limit = new AbortController();
  const late = wait(readyWithinMs, undefined, { signal: limit.signal, ref: false }).then(() => {
    throw new Error(`The queue did not answer within ${readyWithinMs / 1000} seconds.`);
  });
  try {
    await Promise.race([ready, late]);
  } finally {
    limit.abort();
    late.catch(() => {});
  }
}
