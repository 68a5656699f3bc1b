import type { JobName } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import type { Consumer } from '@ticket-pros/queue/start-consumer';

/** Jobs may wait this long beside a free hand before the worker counts as stuck. */
const patienceMs = 30_000;
const lookEveryMs = 5_000;

export type WatchedConsumer = {
  name: JobName;
  consumer: Pick<Consumer, 'activity'>;
  concurrency: number;
  /** A job in hand for longer than this is stuck. */
  longestJobMs: number;
};

export type ActivityWatch = {
  /** What is wrong with the work itself, one sentence each; empty while all is well. */
  problems(now?: number): string[];
  look(now?: number): Promise<void>;
  stop(): void;
};

/**
 * Watches that jobs are really taken: a process that answers, over connections that answer, may still do nothing.
 * Jobs that wait while this consumer has a free hand and takes none, and jobs that never end, are told as problems.
 */
export function watchActivity(queue: Pick<Queue, 'countWaiting'>, watched: readonly WatchedConsumer[]): ActivityWatch {
  /** Since when jobs of a name have waited beside a free hand. */
  const idleSince = new Map<JobName, number>();

  const lookAt = async ({ name, consumer, concurrency }: WatchedConsumer, now: number) => {
    const waiting = await queue.countWaiting(name);
    const { running } = consumer.activity();
    if (waiting === 0 || running >= concurrency) idleSince.delete(name);
    else if (!idleSince.has(name)) idleSince.set(name, now);
  };
  const look = async (now = Date.now()) => {
    for (const one of watched) await lookAt(one, now);
  };
  // A queue that can't be asked is told by the readiness check itself.
  const timer = setInterval(() => void look().catch(() => {}), lookEveryMs);
  timer.unref();

  return {
    look,
    problems: (now = Date.now()) =>
      watched.flatMap(({ name, consumer, longestJobMs }) => {
        const { lastTakenAt, oldestStartedAt } = consumer.activity();
        const since = idleSince.get(name);
        const problems: string[] = [];
        if (since !== undefined && now - Math.max(since, lastTakenAt ?? 0) > patienceMs) {
          problems.push(`jobs of "${name}" wait and none is taken`);
        }
        if (oldestStartedAt !== null && now - oldestStartedAt > longestJobMs) {
          problems.push(`a job of "${name}" does not end`);
        }
        return problems;
      }),
    stop: () => clearInterval(timer),
  };
}
