import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { QueueConnection } from '@ticket-pros/config/queue-settings';
import { pino } from 'pino';
import { openQueueOf, type QueueOf } from '../open-queue.ts';
import { PermanentError } from '../permanent-error.ts';
import { type Consumer, type JobHandlerOf, startConsumerOf } from '../start-consumer.ts';
import { addRawJob } from './add-raw-job.ts';
import { contractCatalogue } from './contract-catalogue.ts';

type Catalogue = typeof contractCatalogue;
type Attempt = { value: number; attempt: number; isLastAttempt: boolean; at: number };

const log = pino({ level: 'silent' });

/** What the queue promises, whatever it runs on. Each backend's test file calls this once. */
export function describeQueueContract(start: () => Promise<{ connection: QueueConnection; stop(): Promise<void> }>) {
  let connection: QueueConnection;
  let stop: () => Promise<void> = async () => {};
  let queue: QueueOf<Catalogue>;
  const consumers: Consumer[] = [];

  beforeAll(async () => {
    ({ connection, stop } = await start());
    queue = await openQueueOf(connection, contractCatalogue);
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.close(0)));
  });
  afterAll(async () => {
    await queue?.close();
    await stop();
  });

  async function consume(handler: JobHandlerOf<Catalogue, 'count'>) {
    const consumer = await startConsumerOf(connection, contractCatalogue, 'count', handler, { concurrency: 4, log });
    consumers.push(consumer);
    return consumer;
  }

  /** Takes `count` jobs and notes each attempt; `fail` decides what an attempt throws. */
  async function record(fail: (attempt: Attempt) => Error | null = () => null) {
    const attempts: Attempt[] = [];
    const consumer = await consume(async ({ value }, { attempt, isLastAttempt }) => {
      const taken = { value, attempt, isLastAttempt, at: Date.now() };
      attempts.push(taken);
      const error = fail(taken);
      if (error !== null) throw error;
    });
    return { attempts, consumer };
  }

  test('a job is delivered once, to one of two consumers, and leaves no trace', async () => {
    const { attempts: first } = await record();
    const { attempts: second } = await record();
    for (let value = 0; value < 50; value += 1) await queue.enqueue('count', { value }, { jobId: `once-${value}` });
    await until(() => first.length + second.length >= 50);
    await until(async () => !(await queue.hasLiveJob('count', 'once-49')));
    await wait(300);
    const values = [...first, ...second].map(({ value }) => value).sort((a, b) => a - b);
    expect(values).toEqual(Array.from({ length: 50 }, (_, value) => value));
    expect(await queue.countWaiting('count')).toBe(0);
  });

  test('a failing job is tried again after growing waits, then it is over and its id is free again', async () => {
    const { attempts } = await record(() => new Error('not today'));
    await queue.enqueue('count', { value: 1 }, { jobId: 'retried' });
    await until(() => attempts.length === 3);
    await until(async () => !(await queue.hasLiveJob('count', 'retried')));
    await wait(800);
    expect(attempts.map(({ attempt, isLastAttempt }) => [attempt, isLastAttempt])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    const [first, second, third] = attempts.map(({ at }) => at);
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(140);
    expect(Number(third) - Number(second)).toBeGreaterThanOrEqual(290);
    await queue.enqueue('count', { value: 1 }, { jobId: 'retried' });
    await until(async () => attempts.length === 6 && !(await queue.hasLiveJob('count', 'retried')));
  });

  test('a permanent error is not tried again', async () => {
    const { attempts } = await record(() => new PermanentError('never'));
    await queue.enqueue('count', { value: 2 }, { jobId: 'permanent' });
    await until(() => attempts.length === 1);
    await wait(600);
    expect(attempts).toHaveLength(1);
    expect(await queue.hasLiveJob('count', 'permanent')).toBe(false);
  });

  test('the same job id is one job, waiting or running', async () => {
    await queue.enqueue('count', { value: 3 }, { jobId: 'same' });
    await queue.enqueue('count', { value: 3 }, { jobId: 'same' });
    expect(await queue.hasLiveJob('count', 'same')).toBe(true);
    expect(await queue.countWaiting('count')).toBe(1);
    let taken = 0;
    const consumer = await consume(async () => {
      taken += 1;
      await queue.enqueue('count', { value: 3 }, { jobId: 'same' });
      expect(await queue.hasLiveJob('count', 'same')).toBe(true);
      await wait(200);
    });
    await until(async () => taken > 0 && !(await queue.hasLiveJob('count', 'same')));
    await wait(300);
    expect(taken).toBe(1);
    expect(consumer.activity().running).toBe(0);
  });

  test('a payload that the catalogue refuses is neither added nor handled', async () => {
    await expect(queue.enqueue('count', { value: 1.5 })).rejects.toThrow();
    await addRawJob(connection, 'count', { value: 'from an older version' }, 'refused');
    const { attempts } = await record();
    await until(async () => !(await queue.hasLiveJob('count', 'refused')));
    expect(attempts).toHaveLength(0);
  });

  test('a repeated job keeps coming, and asking for it again does not double it', async () => {
    const times: number[] = [];
    await queue.repeat('repeated', {}, 400);
    await queue.repeat('repeated', {}, 400);
    const take = async () => {
      times.push(Date.now());
    };
    consumers.push(await startConsumerOf(connection, contractCatalogue, 'repeated', take, { concurrency: 4, log }));
    await until(() => times.length >= 4);
    expect(Number(times[3]) - Number(times[0])).toBeGreaterThanOrEqual(700);
  });

  test('closing hands an unfinished job back, and the next consumer has it at once', async () => {
    // Ten times, because BullMQ is about to fetch once more when it closes and may bring the very job that was handed back.
    for (let round = 0; round < 10; round += 1) {
      const jobId = `handed-back-${round}`;
      await queue.enqueue('count', { value: 4 }, { jobId });
      let taken = 0;
      const slow = await consume((_, { signal }) => {
        taken += 1;
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
        });
      });
      await until(() => taken === 1);
      await slow.close(0);
      expect(await queue.hasLiveJob('count', jobId)).toBe(true);
      const taker = await record();
      await until(async () => taker.attempts.length === 1 && !(await queue.hasLiveJob('count', jobId)));
      expect(taker.attempts[0]).toMatchObject({ attempt: 1 });
      await taker.consumer.close(0);
    }
  });

  test('closing lets a job finish that is done in time', async () => {
    let isDone = false;
    let isTaken = false;
    await queue.enqueue('count', { value: 5 }, { jobId: 'finishing' });
    const consumer = await consume(async () => {
      isTaken = true;
      await wait(300);
      isDone = true;
    });
    await until(() => isTaken);
    await consumer.close(20_000);
    expect(isDone).toBe(true);
    expect(await queue.hasLiveJob('count', 'finishing')).toBe(false);
  });

  test('the job of a consumer that was killed is taken again', async () => {
    await queue.enqueue('lost', {}, { jobId: 'lost' });
    const child = fork(fileURLToPath(new URL('hang-on-job.child.ts', import.meta.url)), [JSON.stringify(connection)]);
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    let taken = 0;
    const take = async () => {
      taken += 1;
    };
    consumers.push(await startConsumerOf(connection, contractCatalogue, 'lost', take, { concurrency: 1, log }));
    expect(taken).toBe(0);
    await until(async () => taken > 0 && !(await queue.hasLiveJob('lost', 'lost')), 55_000);
    expect(taken).toBe(1);
  });
}

/** Waits until `check` holds; fails loudly when it never does. */
async function until(check: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`Still not so after ${limitMs} ms: ${check}`);
    await wait(25);
  }
}
