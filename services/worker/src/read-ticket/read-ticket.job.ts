import { type FailureCode, isPhotoFailure } from '@ticket-pros/contracts/failure-code';
import type { JobPayload } from '@ticket-pros/queue/job-catalogue';
import type { JobContext, JobHandler } from '@ticket-pros/queue/start-consumer';
import type { Logger } from 'pino';
import { goOnReadingAgain } from '../read-again/go-on-reading-again.ts';
import type { WorkerParts } from '../worker-parts.ts';
import { failTicket, handBackTicket, waitOutOutage } from './end-reading.ts';
import { isOutage } from './is-outage.ts';
import { loadImages } from './load-images.ts';
import { ReadingFailure } from './reading-failure.ts';
import { saveReading } from './save-reading.ts';
import { storeDerivatives } from './store-derivatives.ts';
import { takeTicket } from './take-ticket.ts';

type Wanted = JobPayload<'read-ticket'>;

/** Reads one ticket, and sees to it that whatever happens stands on the ticket's row in the end. */
export function readTicketJob(parts: WorkerParts): JobHandler<'read-ticket'> {
  return async (wanted, context) => {
    const { jobId, attempt, signal, isLastAttempt } = context;
    const { accountId, ticketId, readingNumber } = wanted;
    const log = parts.log.child({ job: 'read-ticket', jobId, accountId, ticketId, readingNumber, attempt });
    try {
      await readTicket(parts, wanted, context, log);
    } catch (error) {
      if (signal.aborted) {
        log.info('reading handed back, the worker ends');
        await handBackTicket(parts.db, wanted);
        throw error;
      }
      if (!(error instanceof ReadingFailure) && isOutage(error)) {
        if (await waitOutOutage(parts.db, wanted)) {
          log.warn({ err: error }, 'storage or database is away, the ticket waits');
          throw error;
        }
        log.error({ err: error }, 'storage or database was away for a day, the reading is given up');
        await failTicket(parts.db, wanted, 'reader_error');
        throw error;
      }
      const failure = failureCodeOf(error, isLastAttempt);
      if (failure === null) {
        log.warn({ err: error }, 'try failed, another one follows');
        throw error;
      }
      // A photo that can't be read is nothing that somebody has to be woken for.
      log[isPhotoFailure(failure) ? 'info' : 'error']({ err: error, failure }, 'reading failed');
      await failTicket(parts.db, wanted, failure);
      throw error;
    } finally {
      await goOnReadingAgain(parts.db, parts.queue, wanted).catch((error: unknown) =>
        log.warn({ err: error }, 'could not ask for the next tickets to be read again; the sweep will'),
      );
    }
  };
}

/** The path of a ticket, step by step. Each step may run twice without harm. */
async function readTicket(parts: WorkerParts, wanted: Wanted, { signal }: JobContext, log: Logger): Promise<void> {
  const { db, storage, pool } = parts;
  const startedAt = performance.now();
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    signal.throwIfAborted();
    const begunAt = performance.now();
    const result = await work();
    log.info({ step: name, ms: Math.round(performance.now() - begunAt) }, 'step done');
    return result;
  };

  const ticket = await step('take ticket', () => takeTicket(db, wanted));
  if (ticket === null) return log.info('nothing to do, this reading is not wanted any more');
  const images = await step('load images', () => loadImages(storage, wanted, ticket));
  await step('make derivatives', () => storeDerivatives(parts, wanted, images, signal));
  const forms = await step('load forms', () => parts.loadForms(db, wanted.accountId));
  const { ticketType, dayOrder, latestDay } = ticket;
  const reading = await step('read', () =>
    pool.readTicket({ images: images.map(({ bytes }) => bytes), ticketType, dayOrder, latestDay, forms }, signal),
  );
  const approval = await step('save reading', () => saveReading(db, wanted, reading));

  const ms = Math.round(performance.now() - startedAt);
  const { pages, words, values } = reading;
  const counts = { pages: pages.length, words: words.length, values: values.length, knownForms: reading.forms.length };
  log.info({ ms, ...counts, approval }, approval ? 'ticket read' : 'reading dropped, it is not wanted any more');
}

/** What to write on the ticket, or null while another try is to come. */
function failureCodeOf(error: unknown, isLastAttempt: boolean): FailureCode | null {
  if (error instanceof ReadingFailure) return error.code;
  if (!isLastAttempt) return null;
  const isOutOfMemory = error instanceof Object && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory ? 'reader_crashed' : 'reader_error';
}
