import type { PhotoFailure } from '@ticket-pros/contracts/failure-code';
import type { TicketType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { Reading } from '@ticket-pros/contracts/reading';
import type { ReferenceLists } from '@ticket-pros/contracts/reference-lists';
import { type FormIndex, noForms } from './forms/index-forms.ts';
import { readKnownForms } from './forms/read-known-forms.ts';
import { describeQuality } from './image/describe-quality.ts';
import type { GreyImage } from './image/grey-image.ts';
import { openPages } from './image/open-pages.ts';
import type { ReadingTrace } from './reading-trace.ts';
import { type Barcode, readBarcodes } from './text/barcodes/read-barcodes.ts';
import { settleByBarcodes } from './text/barcodes/settle-by-barcodes.ts';
import { holdsText } from './text/holds-text.ts';
import { type PageWord, placeWords } from './text/page-word.ts';
import { askAgain, type WordedValue } from './text/second-opinion/ask-again.ts';
import type { SecondOpinion } from './text/second-opinion/create-second-opinion.ts';
import { type ShouldStop, StoppedError, type TextEngine } from './text/text-engine.ts';
import { readValues } from './values/read-values.ts';

/** Pages whose pixels are kept for a second opinion; nearly every value stands on these. */
const pagesKept = 2;

export type ReadTicketOptions = {
  engine: TextEngine;
  /** How numeric dates are read; `month-first` where nothing is said. */
  dayOrder?: DayOrder;
  /** Once it is true, the reading ends with a StoppedError, within about a second. */
  shouldStop?: ShouldStop;
  /** The forms of the account whose ticket this is, and of no other. */
  forms?: FormIndex;
  /** The names that this account knows. */
  lists?: ReferenceLists;
  /** The last day that the ticket can be of, `YYYY-MM-DD`, such as the one after that on which it was received. */
  latestDay?: string;
  /** Another engine than the first, asked about doubtful numbers; left out, nobody is asked. */
  secondOpinion?: SecondOpinion;
  /** Told of each step as it happens. */
  trace?: ReadingTrace;
};

/** A reading, and where nothing could be read on any page, what is likely to be the matter with its photo. */
export type TicketReading = Reading & { nothingRead: PhotoFailure | null };

/**
 * Reads a ticket: its images, in the order of its pages, become words and values of the ticket type. An image file
 * may hold several pages itself. Boxes are in pixels of the upright pages.
 * @throws UnreadableImageError where an image can't be opened, with the reason; anything else is a fault of the reader.
 */
export async function readTicket(
  images: readonly Uint8Array[],
  ticketType: TicketType,
  options: ReadTicketOptions,
): Promise<TicketReading> {
  const { engine, dayOrder = 'month-first', forms, lists = {}, shouldStop = () => false, trace = {} } = options;
  const { secondOpinion, latestDay } = options;
  const timings = { open: 0, text: 0, barcodes: 0, form: 0, values: 0, secondOpinion: 0 };
  const pages: Reading['pages'] = [];
  const words: PageWord[] = [];
  const barcodes: Barcode[] = [];
  const unread: PhotoFailure[] = [];
  const photos = new Map<number, GreyImage>();
  const worded: WordedValue[] = [];
  for (const [image, bytes] of images.entries()) {
    let asked = performance.now();
    trace.step?.('open');
    for await (const photo of openPages(bytes, image)) {
      timings.open += Math.round(performance.now() - asked);
      const page = pages.push({ width: photo.width, height: photo.height }) - 1;
      if (shouldStop()) throw new StoppedError();
      const text = await timed('text', () => engine.readPage(photo, shouldStop));
      words.push(...placeWords(text, page, photo));
      trace.page?.(page, photo, text);
      barcodes.push(...(await timed('barcodes', () => readBarcodes(photo))));
      if (!holdsText(text.words)) unread.push(...describeQuality(photo).slice(0, 1));
      if (secondOpinion !== undefined && page < pagesKept) photos.set(page, photo);
      asked = performance.now();
      trace.step?.('open');
    }
  }
  const known = await timed('form', () => readKnownForms(words, pages, forms ?? noForms, ticketType, dayOrder));
  const noting: ReadingTrace = {
    ...trace,
    value(value, evidence) {
      worded.push({ value, type: evidence.type, words: evidence.words });
      trace.value?.(value, evidence);
    },
  };
  const found = await timed('values', () =>
    readValues(words, ticketType, dayOrder, known.evidence, lists, noting, latestDay),
  );
  const weighed =
    secondOpinion === undefined || secondOpinion.name === engine.name
      ? found
      : await timed('secondOpinion', () => askAgain(found, worded, photos, dayOrder, secondOpinion));
  trace.words?.(words);
  trace.step?.(null);
  const values = settleByBarcodes(weighed, barcodes, ticketType);
  return {
    engine: engine.name,
    engineVersion: engine.version,
    pages,
    words: words.map(({ text, confidence, box, line }) => ({ text, confidence, box, line })),
    values,
    forms: known.forms,
    nothingRead: values.length === 0 && unread.length === pages.length ? (unread[0] ?? null) : null,
    timings,
  };

  async function timed<T>(step: keyof typeof timings, work: () => T | Promise<T>): Promise<T> {
    trace.step?.(step);
    const start = performance.now();
    const result = await work();
    timings[step] += Math.round(performance.now() - start);
    return result;
  }
}
