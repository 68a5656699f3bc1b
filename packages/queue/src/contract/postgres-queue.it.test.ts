import { describe } from '@jest/globals';
import { createTestDatabase } from '@ticket-pros/testing/test-database';
import { migrateQueue } from '../migrate-queue.ts';
import { describeQueueContract } from './queue-contract.ts';

describe('the queue on Postgres', () => {
  describeQueueContract(async () => {
    const database = await createTestDatabase();
    const connection = { kind: 'postgres', url: database.urls.queue } as const;
    await migrateQueue(connection);
    return { connection, stop: () => database.drop() };
  });
});
