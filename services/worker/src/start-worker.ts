import type { AddressInfo } from 'node:net';
import type { WorkerSettings } from '@ticket-pros/config/worker-settings';
import { type JobName, jobCatalogue } from '@ticket-pros/queue/job-catalogue';
import { type Consumer, startConsumer } from '@ticket-pros/queue/start-consumer';
import type { Logger } from 'pino';
import { answerHealth } from './health/answer-health.ts';
import { watchActivity } from './health/watch-activity.ts';
import { checkJobs, type RegisteredJobs, registerJobs } from './register-jobs.ts';
import { keepSweeping } from './sweep/keep-sweeping.ts';
import { openParts } from './worker-parts.ts';

/** What running jobs are given to finish before they are handed back to the queue. */
const graceMs = 8_000;

export type RunningWorker = { healthUrl: string; close: () => Promise<void> };

/**
 * Opens the parts, takes jobs, sweeps, and answers about its health. Throws when something that it needs is not
 * there.
 */
export async function startWorker(settings: WorkerSettings, log: Logger): Promise<RunningWorker> {
  const { parts, close: closeParts } = await openParts(settings, log);
  const jobs: RegisteredJobs = registerJobs(parts, { readerThreads: settings.READER_THREADS });
  checkJobs(jobCatalogue, jobs);

  const start = <Name extends JobName>(name: Name): Promise<Consumer> => {
    const { handler, concurrency } = jobs[name];
    return startConsumer<Name>(settings.queue, name, handler, { concurrency, log });
  };
  const consumers = {
    'read-ticket': await start('read-ticket'),
    'learn-form': await start('learn-form'),
    'read-again': await start('read-again'),
    'send-mail': await start('send-mail'),
    sweep: await start('sweep'),
  };
  const stopSweeping = await keepSweeping(parts.queue, log);
  const activity = watchActivity(parts.queue, [
    {
      name: 'read-ticket',
      consumer: consumers['read-ticket'],
      concurrency: jobs['read-ticket'].concurrency,
      // Reading has its own limit; derivatives and saving take their time beside it.
      longestJobMs: 2 * settings.READER_TIMEOUT_SECONDS * 1000 + 60_000,
    },
    { name: 'learn-form', consumer: consumers['learn-form'], concurrency: 1, longestJobMs: 5 * 60_000 },
    {
      name: 'read-again',
      consumer: consumers['read-again'],
      concurrency: jobs['read-again'].concurrency,
      longestJobMs: 5 * 60_000,
    },
    {
      name: 'send-mail',
      consumer: consumers['send-mail'],
      concurrency: jobs['send-mail'].concurrency,
      longestJobMs: 5 * 60_000,
    },
    { name: 'sweep', consumer: consumers.sweep, concurrency: jobs.sweep.concurrency, longestJobMs: 10 * 60_000 },
  ]);
  const health = answerHealth(parts, activity);
  await health.listen({ host: settings.WORKER_HOST, port: settings.WORKER_PORT });
  const healthUrl = addressOf(health.server.address());
  log.info({ readerThreads: settings.READER_THREADS, queue: settings.queue.kind, healthUrl }, 'worker ready');

  return {
    healthUrl,
    close: async () => {
      stopSweeping();
      activity.stop();
      await Promise.all(Object.values(consumers).map((consumer) => consumer.close(graceMs)));
      await health.close();
      await closeParts();
      log.info('worker closed');
    },
  };
}

function addressOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('The health server has no address.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
