import type { Queue } from '@ticket-pros/queue/open-queue';
import type { Logger } from 'pino';

const everyMs = 30_000;
const scheduleEveryMs = 60_000;

/**
 * Sweeps now and every 30 seconds, one worker for all. The schedule lives in the queue, whose content can be lost
 * like any job: it is asked for again every minute.
 * @returns what stops asking.
 */
export async function keepSweeping(queue: Queue, log: Logger): Promise<() => void> {
  await queue.enqueue('sweep', {}, { jobId: 'sweep-at-start' });
  await queue.repeat('sweep', {}, everyMs);
  const timer = setInterval(() => {
    queue.repeat('sweep', {}, everyMs).catch((error: unknown) => {
      log.warn({ err: error }, 'could not renew the schedule of the sweep');
    });
  }, scheduleEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
