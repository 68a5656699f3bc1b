import { memoryUsage } from 'node:process';
import { fileURLToPath } from 'node:url';
import { isUint8Array } from 'node:util/types';
import { photoFailureSchema } from '@ticket-pros/contracts/failure-code';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { type Reading, readingSchema } from '@ticket-pros/contracts/reading';
import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import { z } from 'zod';
import type { SharedForms } from './load-forms.ts';
import { ReadingFailure } from './reading-failure.ts';

const threadFile = fileURLToPath(new URL('reader-thread.ts', import.meta.url));

/**
 * Threads are replaced after this many tickets each, because native memory and the engine's own grow from page to
 * page.
 */
const ticketsPerThread = 40;
/**
 * How long a thread may take to stop by itself. Ending one from outside while the text engine's native library works
 * in it takes the whole process down, so that is left for threads that hang elsewhere.
 */
const graceMs = 30_000;
/** Or earlier, when the whole process holds this much for each thread. */
const bytesPerThread = 1_500 * 1024 * 1024;

/** What a thread answers: errors keep neither their class nor their code on the way between threads. */
const bytesSchema = z.custom<Uint8Array>(isUint8Array);
const unreadableSchema = z.object({
  outcome: z.literal('unreadable'),
  reason: photoFailureSchema,
  message: z.string(),
});
const derivativesAnswerSchema = z.discriminatedUnion('outcome', [
  unreadableSchema,
  z.object({ outcome: z.literal('made'), display: bytesSchema, thumbnail: bytesSchema }),
]);
const readingAnswerSchema = z.discriminatedUnion('outcome', [
  unreadableSchema,
  z.object({ outcome: z.literal('read'), reading: readingSchema }),
]);
export type UnreadableAnswer = z.infer<typeof unreadableSchema>;
export type DerivativesAnswer = z.infer<typeof derivativesAnswerSchema>;
export type ReadingAnswer = z.infer<typeof readingAnswerSchema>;
export type ReadingTask = {
  images: readonly Uint8Array[];
  ticketType: string;
  dayOrder: DayOrder;
  /** The last day that the ticket can be of, `YYYY-MM-DD`. */
  latestDay: string;
  /** The forms of the account whose ticket this is. */
  forms: SharedForms;
};

/** A task, and the number that is not 0 once it has to stop; both threads see the same. */
export type Stoppable<Task> = { task: Task; stop: Int32Array };

export type ReaderPool = {
  /** Throws what is the matter with the photo, or `reader_timeout`. */
  makeDerivatives(image: Uint8Array, signal: AbortSignal): Promise<{ display: Uint8Array; thumbnail: Uint8Array }>;
  /** Throws what is the matter with the photos, or `reader_timeout`. An aborted signal stops it half way. */
  readTicket(task: ReadingTask, signal: AbortSignal): Promise<Reading>;
  close(): Promise<void>;
};

type PoolOptions = {
  threads: number;
  /** For one call; then its thread is ended. */
  timeoutMs: number;
  log: Logger;
};

/**
 * Decoding and recognizing, away from the event loop that renews job locks: in a fixed number of threads with a fixed
 * heap each.
 */
export function openReaderPool({ threads, timeoutMs, log }: PoolOptions): ReaderPool {
  let current = startThreads(threads, timeoutMs, replaceThreads);
  let ticketsRead = 0;
  const closing = new AbortController();
  const inHand = new Set<Promise<unknown>>();

  function replaceThreads(reason: string, error?: unknown): void {
    const old = current;
    current = startThreads(threads, timeoutMs, replaceThreads);
    ticketsRead = 0;
    const megabytes = Math.round(memoryUsage.rss() / 1024 / 1024);
    log[error === undefined ? 'info' : 'error']({ reason, megabytes, err: error }, 'reader threads replaced');
    // Waits for what the old ones still have in hand.
    void old.piscina.close();
  }

  const run = async (name: string, task: unknown, signal: AbortSignal): Promise<unknown> => {
    const { piscina, broken } = current;
    const timeout = AbortSignal.timeout(timeoutMs);
    const stopping = AbortSignal.any([signal, timeout, closing.signal]);
    const { stop, ended } = stopOn(stopping);
    const done = piscina.run({ task, stop }, { name, signal: AbortSignal.any([ended, broken]) });
    inHand.add(done);
    try {
      const answer = await done;
      signal.throwIfAborted();
      return answer;
    } catch (error) {
      if (signal.aborted || closing.signal.aborted) throw error;
      if (broken.aborted) throw new Error('a reader thread broke', { cause: broken.reason });
      if (!timeout.aborted) throw error;
      throw new ReadingFailure('reader_timeout', `not done within ${timeoutMs / 1000} seconds`, { cause: error });
    } finally {
      inHand.delete(done);
    }
  };

  return {
    async makeDerivatives(image, signal) {
      const answer = derivativesAnswerSchema.parse(await run('makeDerivatives', image, signal));
      if (answer.outcome === 'unreadable') throw new ReadingFailure(answer.reason, answer.message);
      return answer;
    },
    async readTicket(task, signal) {
      const answer = readingAnswerSchema.parse(await run('readTicket', task, signal));
      ticketsRead += 1;
      if (ticketsRead >= ticketsPerThread * threads) replaceThreads('their share is read');
      else if (memoryUsage.rss() > bytesPerThread * threads) replaceThreads('memory has grown');
      if (answer.outcome === 'unreadable') throw new ReadingFailure(answer.reason, answer.message);
      return answer.reading;
    },
    async close() {
      closing.abort();
      await Promise.allSettled(inHand);
      await current.piscina.destroy();
    },
  };
}

/** A number that tells a thread to stop when the signal is aborted, and a signal that gives up waiting for it. */
function stopOn(signal: AbortSignal): { stop: Int32Array; ended: AbortSignal } {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const ended = new AbortController();
  const tell = (): void => {
    Atomics.store(stop, 0, 1);
    setTimeout(() => ended.abort(signal.reason), graceMs).unref();
  };
  if (signal.aborted) tell();
  else signal.addEventListener('abort', tell, { once: true });
  return { stop, ended: ended.signal };
}

type Threads = {
  piscina: Piscina;
  /**
   * Aborted when a thread broke without a task of its own, as one that can't even start; whoever waits for it waits
   * in vain.
   */
  broken: AbortSignal;
};

function startThreads(threads: number, timeoutMs: number, onBroken: (reason: string, error: unknown) => void): Threads {
  const piscina = new Piscina({
    filename: threadFile,
    minThreads: 0,
    maxThreads: threads,
    // An idle worker gives the memory of its engines back.
    idleTimeout: 60_000,
    // A thread that sleeps in Atomics.wait between tasks would also hold up the engine's own thread below it.
    atomics: 'disabled',
    closeTimeout: timeoutMs + graceMs + 10_000,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  const broken = new AbortController();
  piscina.on('error', (error: unknown) => {
    if (broken.signal.aborted) return;
    broken.abort(error);
    onBroken('a thread broke', error);
  });
  return { piscina, broken: broken.signal };
}
