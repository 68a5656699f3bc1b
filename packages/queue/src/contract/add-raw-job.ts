import type { QueueConnection } from '@ticket-pros/config/queue-settings';
import { createPostgresBackend, Queue } from 'bullmq';
import { postgresOptions, redisConsumerOptions } from '../connection-options.ts';

/** Adds a job past the catalogue, as a process of another version would. */
export async function addRawJob(connection: QueueConnection, name: string, data: object, jobId: string): Promise<void> {
  const queue =
    connection.kind === 'redis'
      ? new Queue(name, { connection: redisConsumerOptions(connection.url) })
      : new Queue(name, { connection: postgresOptions(connection.url) }, createPostgresBackend);
  await queue.waitUntilReady();
  await queue.add(name, data, { jobId, attempts: 3, removeOnComplete: true, removeOnFail: true });
  await queue.close();
}
