import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reading } from '@ticket-pros/contracts/reading';
import { type FormIndex, noForms } from '../forms/index-forms.ts';
import { UnreadableImageError } from '../image/unreadable-image-error.ts';
import { readTicket } from '../read-ticket.ts';
import type { ReadingTrace } from '../reading-trace.ts';
import type { BenchOptions } from './bench-options.ts';
import type { LabelledImage } from './read-labels.ts';
import type { RememberingEngine } from './remember-pages.ts';

/** Reads a labelled image of a folder; null, and a line on the error output, where it can't be opened. */
export async function readLabelled(
  root: string,
  { image }: LabelledImage,
  engine: RememberingEngine,
  { ticketType, dayOrder, lists }: Pick<BenchOptions, 'ticketType' | 'dayOrder' | 'lists'>,
  forms: FormIndex = noForms,
  trace: ReadingTrace = {},
): Promise<Reading | null> {
  const path = join(root, image);
  engine.turnTo(path);
  try {
    return await readTicket([await readFile(path)], ticketType, { engine, dayOrder, lists, forms, trace });
  } catch (error) {
    if (!(error instanceof UnreadableImageError)) throw error;
    console.error(`${image}: ${error.message}`);
    return null;
  }
}
