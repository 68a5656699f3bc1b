import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import { photoFailures } from '@ticket-pros/contracts/failure-sentences';
import { makeDerivatives as makeImageDerivatives } from '@ticket-pros/reader/image/make-derivatives';
import { UnreadableImageError } from '@ticket-pros/reader/image/unreadable-image-error';
import { readTicket as readTicketImages } from '@ticket-pros/reader/read-ticket';
import { createTextEngine } from '@ticket-pros/reader/text/create-text-engine';
import { createSecondOpinion } from '@ticket-pros/reader/text/second-opinion/create-second-opinion';
import sharp from 'sharp';
import { knownForms } from './known-forms.ts';
import type { DerivativesAnswer, ReadingAnswer, ReadingTask, Stoppable, UnreadableAnswer } from './reader-pool.ts';

// This file runs in a thread of the reader's pool. Its engines live as long as the thread.
sharp.concurrency(1);
sharp.cache(false);
const formsOf = knownForms();
const engine = createTextEngine({ onFallback: (reason) => process.emitWarning(reason) });
const secondOpinion = createSecondOpinion();

export async function makeDerivatives({ task: image }: Stoppable<Uint8Array>): Promise<DerivativesAnswer> {
  return answerUnreadable(async () => {
    const { display, thumbnail } = await makeImageDerivatives(image);
    return { outcome: 'made', display, thumbnail };
  });
}

export async function readTicket({ task, stop }: Stoppable<ReadingTask>): Promise<ReadingAnswer> {
  const ticketType = findTicketType(task.ticketType);
  if (ticketType === undefined) throw new Error(`There is no ticket type "${task.ticketType}".`);
  const shouldStop = (): boolean => Atomics.load(stop, 0) !== 0;
  return answerUnreadable(async () => {
    const { images, dayOrder, latestDay } = task;
    const forms = formsOf(task.forms);
    const options = { engine, secondOpinion, dayOrder, latestDay, forms, shouldStop };
    const reading = await readTicketImages(images, ticketType, options);
    const reason = reading.nothingRead;
    if (reason !== null) return { outcome: 'unreadable', reason, message: photoFailures[reason] };
    return { outcome: 'read', reading };
  });
}

async function answerUnreadable<Answer>(work: () => Promise<Answer>): Promise<Answer | UnreadableAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableImageError) {
      return { outcome: 'unreadable', reason: error.reason, message: error.message };
    }
    throw error;
  }
}
