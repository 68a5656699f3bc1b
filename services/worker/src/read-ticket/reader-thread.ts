import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import { makeDerivatives as makeImageDerivatives } from '@ticket-pros/reader/image/make-derivatives';
import { UnreadableImageError } from '@ticket-pros/reader/image/unreadable-image-error';
import { readTicket as readTicketImages } from '@ticket-pros/reader/read-ticket';
import { createTextEngine } from '@ticket-pros/reader/text/create-text-engine';
import sharp from 'sharp';
import type { DerivativesAnswer, ReadingAnswer, ReadingTask } from './reader-pool.ts';

// This file runs in a thread of the reader's pool. Its engine lives as long as the thread.
sharp.concurrency(1);
sharp.cache(false);
const engine = createTextEngine();

export async function makeDerivatives(image: Uint8Array): Promise<DerivativesAnswer> {
  return answerDamage(async () => {
    const { display, thumbnail } = await makeImageDerivatives(image);
    return { outcome: 'made', display, thumbnail };
  });
}

export async function readTicket({ images, ticketType: key }: ReadingTask): Promise<ReadingAnswer> {
  const ticketType = findTicketType(key);
  if (ticketType === undefined) throw new Error(`There is no ticket type "${key}".`);
  return answerDamage(async () => ({
    outcome: 'read',
    reading: await readTicketImages(images, ticketType, { engine }),
  }));
}

async function answerDamage<Answer>(
  work: () => Promise<Answer>,
): Promise<Answer | { outcome: 'damaged'; message: string }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableImageError) return { outcome: 'damaged', message: error.message };
    throw error;
  }
}
