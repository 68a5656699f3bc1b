import type { TicketType } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { ReadValue } from '@ticket-pros/contracts/value';
import { editDistance } from '../../values/label-wording.ts';
import type { Barcode } from './read-barcodes.ts';

/** Shorter numbers are alike by chance. */
const leastSigns = 5;
/** Of a value that its bar code says too, this share of the doubt is left: it may still be that of another field. */
const doubtLeft = 0.15;
/** A value surer than this is not taken from a bar code that says something else. */
const sure = 0.9;
const disputed = 0.6;
const takenFromBars = 0.93;

/**
 * Sets numbers of things beside the bar codes of their ticket. A code that says the same makes a value surer. One that says nearly
 * the same is what the print says, too: a doubtful value is taken from it, and a sure one becomes doubtful. Codes
 * that say something else are those of something else.
 */
export function settleByBarcodes(
  values: readonly ReadValue[],
  codes: readonly Barcode[],
  ticketType: TicketType,
): ReadValue[] {
  const isCode = new Set(ticketType.fields.filter(({ type }) => type === 'code').map(({ name }) => name));
  const said = codes.flatMap(({ text }) => wordsOf(text));
  if (said.length === 0) return [...values];
  const own = new Set(values.map(({ normalized }) => bare(normalized)));
  const unclaimed = said.filter((word) => !own.has(bare(word)));
  return values.map((value) => (isCode.has(value.field) ? settle(value, said, unclaimed) : value));
}

function settle(value: ReadValue, said: readonly string[], unclaimed: readonly string[]): ReadValue {
  const own = bare(value.normalized);
  if (own.length < leastSigns) return value;
  // a check digit may follow in the bars
  if (said.some((word) => bare(word) === own || bare(word).slice(0, -1) === own)) {
    return { ...value, confidence: rounded(1 - (1 - value.confidence) * doubtLeft) };
  }
  const near = unclaimed.map(bare).filter((word) => editDistance(word, own) <= Math.floor(own.length / 4));
  const [word, ...others] = new Set(near);
  if (word === undefined || others.length > 0) return value;
  if (value.confidence >= sure) return { ...value, confidence: rounded(value.confidence * disputed) };
  return { ...value, normalized: asPrinted(value.normalized, word), confidence: takenFromBars };
}

/** The signs of the bars, with the hyphens of the print where there are as many signs. */
function asPrinted(printed: string, word: string): string {
  if (bare(printed).length !== word.length) return word;
  const signs = [...word];
  return printed.replace(/[\p{L}\p{N}]/gu, () => signs.shift() ?? '');
}

/** A code may be one number, or a link or a list with numbers in it. */
function wordsOf(text: string): string[] {
  const parts = [text, ...text.split(/[^\p{L}\p{N}-]+/u), ...text.split(/[^\p{L}\p{N}]+/u)];
  const numbers = parts.map((part) => normalizeFieldValue('code', part)).filter((part) => part !== null);
  return [...new Set(numbers)].filter((part) => /\d/.test(part) && bare(part).length >= leastSigns);
}

/** Without hyphens and the like, which bars often leave out. */
function bare(code: string): string {
  return code.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
