import { describe, expect, test } from '@jest/globals';
import { hasRedis, startRedis } from '@ticket-pros/testing/start-redis';
import { openQueue } from '../open-queue.ts';
import { describeQueueContract } from './queue-contract.ts';

if (hasRedis()) {
  describe('the queue on Redis', () => {
    describeQueueContract(async () => {
      const redis = await startRedis();
      return { connection: { kind: 'redis', url: redis.url }, stop: () => redis.stop() };
    });

    test('while Redis is away, adding a job fails within seconds instead of waiting for it', async () => {
      const redis = await startRedis();
      const queue = await openQueue({ kind: 'redis', url: redis.url });
      await redis.stop();
      await expect(queue.enqueue('sweep', {})).rejects.toThrow();
      await queue.close();
    });
  });
} else {
  test.skip('the queue on Redis (skipped: this machine has no redis-server)', () => {});
}
