import type { FieldType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import { findKnownUnit } from '@ticket-pros/contracts/normalize-unit';
import { readDecoded, type TypedWords } from '../decoding/read-decoded.ts';
import type { PageWord } from '../text/page-word.ts';

/** Words that make a value of some type. */
export type Typed = TypedWords;

/** How many words a value of each type may have. */
const mostWords: Record<FieldType, number> = { text: 7, code: 3, number: 2, money: 2, date: 4, time: 2, unit: 1 };

/**
 * The first value of the type in a run of words, or null. Texts take the whole run; of the other types, the longest
 * fitting stretch from the first place where one fits.
 */
export function readTyped(type: FieldType, words: readonly PageWord[], dayOrder: DayOrder): Typed | null {
  return readDecoded(type, words, readPrinted(type, words, dayOrder), dayOrder);
}

function readPrinted(type: FieldType, words: readonly PageWord[], dayOrder: DayOrder): Typed | null {
  if (type === 'text') return readText(words);
  if (type === 'code') return readCode(words);
  for (let start = 0; start < words.length; start++) {
    // a rate of tax before an amount is none
    if (type === 'money' && /^\(?[\d.]+ ?%\)?$/.test(words[start]?.text ?? '')) continue;
    for (let end = Math.min(words.length, start + mostWords[type]); end > start; end--) {
      const run = words.slice(start, end);
      if (isNumber(type) && end - start > 1 && !/\d/.test(run.at(-1)?.text ?? '')) continue;
      const typed = readRun(type, run, dayOrder);
      // what stands before the value makes it less likely to be the whole of it
      if (typed !== null) return { ...typed, fit: typed.fit * 0.8 ** start };
    }
    // a number that can't be read is not made up for by a later one
    if (type !== 'unit' && /\d/.test(words[start]?.text ?? '')) return null;
  }
  return null;
}

function isNumber(type: FieldType): boolean {
  return type === 'number' || type === 'money';
}

function readRun(type: FieldType, words: readonly PageWord[], dayOrder: DayOrder): Typed | null {
  const printedText = printed(words);
  const bare = printedText.replace(/^[:;|_*~'"“‘.]+ ?(?=\S)|[|_*~'"”’;:]+$/g, '').trim();
  if (type === 'unit') {
    const unit = findKnownUnit(bare);
    return unit === undefined ? null : { words, printedText: bare, normalized: unit, fit: 1 };
  }
  const plain = normalizeFieldValue(type, withoutPounds(type, bare), dayOrder);
  if (plain !== null) return { words, printedText: bare, normalized: plain, fit: typicalForm(type, bare) };
  for (const repaired of [
    secondsApart(type, bare),
    digitsForLetters(bare),
    slashedZeros(type, digitsForLetters(bare)),
  ]) {
    const normalized = repaired === bare ? null : normalizeFieldValue(type, repaired, dayOrder);
    if (normalized !== null) return { words, printedText: bare, normalized, fit: 0.7 * typicalForm(type, repaired) };
  }
  return null;
}

/** `386201bs` is 38620 lbs. */
function withoutPounds(type: FieldType, text: string): string {
  return type === 'number' ? text.replace(/^(\d{1,3}(?:,\d{3})+|\d{4,6})1bs?$/, '$1 lb') : text;
}

/** A time without a colon and money without cents are values, too, but fewer of them are meant. */
function typicalForm(type: FieldType, text: string): number {
  if (type === 'time') return /[:.]\d\d|[ap]\.?m?\.?$/i.test(text) ? 1 : 0.6;
  if (type === 'money') return /[.,]\d{1,3}\)?$/.test(text) ? 1 : 0.75;
  // an amount of money is no weight
  if (type === 'number' && /\$/.test(text)) return 0.4;
  return 1;
}

/** Letters that text engines read in place of digits, put right where most of the text is digits anyway. */
function digitsForLetters(text: string): string {
  if (!/\d/.test(text)) return text;
  return (
    text
      .replace(/[OoQD@]/g, '0')
      .replace(/[lI|!]/g, '1')
      .replace(/^[S§](?=[\d,.]+$)/, '$')
      .replace(/[S§]/g, '5')
      .replace(/B/g, '8')
      .replace(/Z/g, '2')
      .replace(/(\d) ([.,])/g, '$1$2')
      // a gap behind the mark of thousands
      .replace(/(\d,) (?=\d{3}(?!\d))/g, '$1')
      // `lb` close behind the thousands
      .replace(/^(\d{1,3})[.,](\d{3})[.,]?[1L][b8]s?\.?$/, '$1,$2')
      .replace(/(,\d{3})[.,]?[1L][b8]s?\.?$/, '$1')
      // `GAL`, run into its number
      .replace(/(\d)[.,]?6[A4]L[5S]?$/i, '$1')
      // a gap, or a speck, within the thousands
      .replace(/^(\$?\d)[ .](\d{0,2},\d{3}(?:\.\d+)?)$/, '$1$2')
      // a decimal point too faint to be seen
      .replace(/^([$\d,]+) (\d\d)$/, '$1.$2')
  );
}

/** `093033` and `0930:33` are times whose colons were not seen. */
function secondsApart(type: FieldType, text: string): string {
  return type === 'time' ? text.replace(/^(\d\d):?(\d\d):?(\d\d)$/, '$1:$2:$3') : text;
}

/**
 * A zero with a slash, as till printers make it, is read as 8, 6 or 9; in dates and times most such digits give
 * themselves away.
 */
function slashedZeros(type: FieldType, text: string): string {
  if (type === 'date') {
    const parts = /^(\d\d)([/.-])(\d\d)\2(\d{4}|\d\d)$/.exec(text);
    if (parts === null) return text;
    const [, first = '', mark = '', second = '', year = ''] = parts;
    const low = (digits: string, most: number): string => (Number(digits) > most ? `0${digits.slice(1)}` : digits);
    const nearYear = year.length === 4 ? year.replace(/^2[689]/, '20').replace(/^(20)[689]/, '$10') : year;
    return [low(first, 31), low(second, 31), nearYear].join(mark);
  }
  return type === 'time' ? text.replace(/^[689](?=\d[:.]\d\d)/, '0').replace(/^(\d\d[:.])[689](?=\d)/, '$10') : text;
}

/** No text begins or ends so; it is the rest of a label, a sentence or the name of the paper. */
const isRemnant = /^(?:of|and|the|by|for|or|is|are|at|in|on|with)\b|^representative$|\btickets?$/i;

function readText(words: readonly PageWord[]): Typed | null {
  const trimmed = trimNoise(words);
  if (trimmed.length === 0 || trimmed.length > mostWords.text) return null;
  const printedText = printed(trimmed)
    .replace(/^[^\p{L}\p{N}#("']+|[^\p{L}\p{N})."'#%]+$/gu, '')
    .trim();
  const letters = printedText.match(/\p{L}/gu)?.length ?? 0;
  const normalized = normalizeFieldValue('text', printedText);
  if (isRemnant.test(printedText)) return null;
  if (normalized === null || letters < 2 || letters < 0.35 * printedText.replaceAll(' ', '').length) return null;
  return { words: trimmed, printedText, normalized, fit: printedText.length >= 3 ? 1 : 0.6 };
}

/** Drops words of no letters or digits, and single doubtful letters, from both ends. */
function trimNoise(words: readonly PageWord[]): PageWord[] {
  const isNoise = (word: PageWord): boolean =>
    !/[\p{L}\p{N}]/u.test(word.text) || (/^\P{N}\P{N}?$/u.test(word.text) && word.confidence < 0.5);
  const first = words.findIndex((word) => !isNoise(word));
  if (first < 0) return [];
  return words.slice(first, words.findLastIndex((word) => !isNoise(word)) + 1);
}

/** What engines make of a printed `№` or `No.` right before the number. */
const garbledNumberSign = /^(?:N[oOeEcC0°º¢©]|Ne|N2|N\.)[.:]? ?(?=\d{3})/;

/** The side of a box, taken for a letter at the beginning of a number. */
const boxSide = /^[il|!](?=\d{2})/;

/** An identifier holds a digit and is short. Of a longer phrase its first word with a digit counts. */
function readCode(words: readonly PageWord[]): Typed | null {
  const clean = (text: string): string =>
    text
      .replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}]+$/gu, '')
      .replace(garbledNumberSign, '')
      .replace(boxSide, '');
  const whole = clean(printed(words));
  if (words.length <= mostWords.code && whole.length <= 16 && /\d/.test(whole)) {
    const normalized = normalizeFieldValue('code', whole);
    if (normalized !== null) return { words, printedText: whole, normalized, fit: codeFit(normalized) };
  }
  for (const [before, word] of words.slice(0, 3).entries()) {
    const text = clean(word.text);
    const normalized = /\d/.test(text) ? normalizeFieldValue('code', text) : null;
    if (normalized !== null)
      return { words: [word], printedText: text, normalized, fit: codeFit(normalized) * 0.8 ** (before + 1) };
  }
  return null;
}

/** Dates, times, amounts and phone numbers have digits as well, but are not what a number of a thing looks like. */
function codeFit(code: string): number {
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$|^20\d\d-\d\d-\d\d$|^\d{1,2}:\d{2}|^\$/.test(code)) return 0.2;
  if (code.length === 1) return 0.6;
  if (/^\d{3}-\d{3}-\d{4}$|^[\d,]*\.\d\d$|%/.test(code)) return 0.4;
  return /^[A-Z0-9#/.-]+$/.test(code) ? 1 : 0.5;
}

function printed(words: readonly PageWord[]): string {
  return words.map((word) => word.text).join(' ');
}
