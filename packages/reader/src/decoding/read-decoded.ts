import type { FieldType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { PageWord } from '../text/page-word.ts';
import { decodeTyped } from './decode-typed.ts';

/** Words that make a value of some type. `fit` says how well, 0 to 1; less where letters had to be taken for digits. */
export type TypedWords = { words: readonly PageWord[]; printedText: string; normalized: string; fit: number };

/** So many words at most are decoded as one value. */
const mostWords: Partial<Record<FieldType, number>> = { code: 2, number: 2, money: 2, date: 4, time: 2 };
/** What was decoded fits less than what was read, and the less the more was lost. */
const [plainFit, lossToFit] = [0.75, 10];
/** Decoded with a gain as this, a number was read with a sign too few or too many. */
const clearGain = 0.3;
const surely = 0.95;
const wellFormedCode = /^[#$]?[A-Z\d][A-Z\d./-]*$/;

/**
 * What words are as a value of a type, decoded within what the type allows, where they could not be read as one or where the
 * recognizer's own chances speak for another; else what was read.
 */
export function readDecoded(
  type: FieldType,
  words: readonly PageWord[],
  read: TypedWords | null,
  dayOrder: DayOrder,
): TypedWords | null {
  const most = mostWords[type];
  if (most === undefined) return read;
  if (read === null) {
    // a rate of tax is no amount
    if (type === 'money' && /%/.test(words[0]?.text ?? '')) return null;
    if (isAnotherType(type, textOf(words.slice(0, most)))) return null;
    const runs = words.length > 1 ? [words.slice(0, most), words.slice(0, 1)] : [words];
    for (const run of runs) {
      const decoded =
        run.some(({ text }) => /\d/.test(text)) || run.length === 1 ? decodeTyped(type, run, dayOrder) : null;
      if (decoded !== null) return typed(run, decoded.normalized, decoded.loss);
    }
    return null;
  }
  const decoded = isDoubtful(type, read.words) ? decodeTyped(type, read.words, dayOrder) : null;
  if (decoded === null || decoded.normalized === read.normalized) return read;
  return type === 'code' || decoded.loss < -clearGain ? typed(read.words, decoded.normalized, decoded.loss) : read;
}

function isDoubtful(type: FieldType, words: readonly PageWord[]): boolean {
  if (type === 'code') return !wellFormedCode.test(textOf(words).replaceAll(' ', ''));
  return words.length > 1 || words.some(({ confidence }) => confidence < surely);
}

/** What is clearly a time or a date is no number that was read badly. */
function isAnotherType(type: FieldType, text: string): boolean {
  const isTime = /\d:\d/.test(text) && normalizeFieldValue('time', text) !== null;
  const isDate = /\d[/-]/.test(text) && normalizeFieldValue('date', text) !== null;
  return (type !== 'time' && isTime) || (type !== 'date' && isDate);
}

function typed(words: readonly PageWord[], normalized: string, loss: number): TypedWords {
  return { words, printedText: textOf(words), normalized, fit: plainFit * Math.exp(-Math.max(0, loss) / lossToFit) };
}

function textOf(words: readonly PageWord[]): string {
  return words.map(({ text }) => text).join(' ');
}
