import type { TicketType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { Reading } from '@ticket-pros/contracts/reading';
import { openImage } from './image/open-image.ts';
import type { PageWord } from './text/page-word.ts';
import { recognizePage } from './text/recognize-page.ts';
import type { TextEngine } from './text/text-engine.ts';
import { readValues } from './values/read-values.ts';

export type ReadTicketOptions = {
  engine: TextEngine;
  /** How numeric dates are read; `month-first` where nothing is said. */
  dayOrder?: DayOrder;
};

/**
 * Reads a ticket: its images, in the order of its pages, become words and values of the ticket type. Boxes are in
 * pixels of the upright images.
 * @throws UnreadableImageError where an image can't be decoded; anything else is a fault of the reader.
 */
export async function readTicket(
  images: readonly Uint8Array[],
  ticketType: TicketType,
  { engine, dayOrder = 'month-first' }: ReadTicketOptions,
): Promise<Reading> {
  const timings = { open: 0, text: 0, values: 0 };
  const pages: Reading['pages'] = [];
  const words: PageWord[] = [];
  for (const [page, bytes] of images.entries()) {
    const photo = await timed('open', () => openImage(bytes, page));
    pages.push({ width: photo.width, height: photo.height });
    words.push(...(await timed('text', () => recognizePage(photo, page, engine))));
  }
  const values = await timed('values', () => readValues(words, ticketType, dayOrder));
  return {
    engine: engine.name,
    engineVersion: engine.version,
    pages,
    words: words.map(({ text, confidence, box, line }) => ({ text, confidence, box, line })),
    values,
    timings,
  };

  async function timed<T>(step: keyof typeof timings, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    timings[step] += Math.round(performance.now() - start);
    return result;
  }
}
