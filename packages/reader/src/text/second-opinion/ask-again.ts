import type { FieldType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { ReadValue } from '@ticket-pros/contracts/value';
import { type Cut, cutsOf } from '../../image/cut-sharply.ts';
import type { GreyImage } from '../../image/grey-image.ts';
import type { PageWord } from '../page-word.ts';
import type { SecondOpinion } from './create-second-opinion.ts';
import { cutWords } from './cut-words.ts';

/** A value that was read, and the words that it was read from. */
export type WordedValue = { value: ReadValue; type: FieldType; words: readonly PageWord[] };

/** Values that are surer need no second opinion, and one can't save those that are less sure. */
const doubtful = { from: 0.5, below: 0.95 };
/** Each costs some hundredths of a second. */
const mostAsked = 6;
const asked: ReadonlySet<FieldType> = new Set(['code', 'number', 'money', 'date', 'time']);
/** By what the odds that a value is right change, as tickets that the project draws itself tell. */
const agrees = 2;
const differs = 0.6;
const most = 0.995;

/**
 * Has another engine read what numbers, codes, dates and times are doubtful, the surest of them first, and raises or lowers their
 * confidence by what it says. What it read itself is never taken: where the two differ, it is hardly ever the one that is right.
 * `worded` tells the words of each value. A value on a page that isn't among the photos stays as it is.
 */
export async function askAgain(
  values: readonly ReadValue[],
  worded: readonly WordedValue[],
  photos: ReadonlyMap<number, GreyImage>,
  dayOrder: DayOrder,
  opinion: SecondOpinion,
): Promise<ReadValue[]> {
  const cuts = new Map<number, Cut>();
  const told = new Map<ReadValue, number>();
  const doubted = worded
    .filter(({ value, type }) => asked.has(type) && value.row === 0 && isDoubtful(value))
    .sort((a, b) => b.value.confidence - a.value.confidence);
  for (const { value, type, words } of doubted.slice(0, mostAsked)) {
    const photo = photos.get(value.box.page);
    if (photo === undefined) continue;
    const cut = cuts.get(value.box.page) ?? cutsOf(photo);
    cuts.set(value.box.page, cut);
    const line = cutWords(cut, words);
    if (line === null) continue;
    const text = (await opinion.readLine(line)).replace(/^[^\p{L}\p{N}$#]+|[^\p{L}\p{N}]+$/gu, '');
    const same = normalizeFieldValue(type, text, dayOrder)?.toUpperCase() === value.normalized.toUpperCase();
    told.set(value, changed(value.confidence, same ? agrees : differs));
  }
  return values.map((value) => ({ ...value, confidence: told.get(value) ?? value.confidence }));
}

function isDoubtful({ confidence }: ReadValue): boolean {
  return confidence >= doubtful.from && confidence < doubtful.below;
}

function changed(confidence: number, factor: number): number {
  const odds = (factor * confidence) / (1 - confidence);
  return Math.min(most, Math.round((1000 * odds) / (1 + odds)) / 1000);
}
