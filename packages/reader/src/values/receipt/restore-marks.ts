import type { PageWord } from '../../text/page-word.ts';
import { costsToNat, type WordChances } from '../../text/text-engine.ts';

/**
 * Marks that recognizers pass over in small print, within a word and at its end, and the least chance with which each was there after
 * all: well above that between the signs of other words.
 */
const within: Marks = { ',': 0.06, '/': 0.06, '(': 0.06, ')': 0.06, '-': 0.06, ':': 0.06, '&': 0.06 };
const atEnd: Marks = { ',': 0.03, ')': 0.06, ':': 0.12, '.': 0.3 };
const atBeginning: Marks = { '(': 0.06 };

/** A point in place of which a comma has this chance is one. */
const leastComma = 0.08;

type Marks = Readonly<Record<string, number>>;
type Run = { text: string; first: number; last: number };

/**
 * Words with the marks that the recognizer saw too faintly to say: where between two signs it said nothing, but a comma, a point, a
 * parenthesis, a stroke or a space was far likelier than between the signs of other words. Words without their chances stay as they are.
 */
export function restoreMarks(words: readonly PageWord[]): PageWord[] {
  return words.map((word, i) => {
    const next = words[i + 1];
    const isLast = next === undefined || next.line !== word.line || next.page !== word.page;
    return word.chances === undefined
      ? word
      : { ...word, text: restored(word.text, word.chances, isLast ? '' : next.text) };
  });
}

function restored(text: string, chances: WordChances, next: string): string {
  const runs = signRuns(chances);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined || runs.map((run) => run.text).join('') !== text) return text;
  const opening = isMark(first.text) ? '' : likeliestMark(chances, atBeginning, chances.from, first.first);
  const inner = runs.map((run, i) => {
    const after = runs[i + 1];
    if (after === undefined || isMark(after.text)) return run.text;
    if (run.text === '.' && i > 0 && !(isDigit(runs[i - 1]?.text) && isDigit(after.text)))
      return pointOrComma(chances, run);
    if (isMark(run.text)) return run.text;
    return run.text + likeliestMark(chances, within, run.last + 1, after.first);
  });
  const isMarked = isMark(last.text) || /^[^\p{L}\p{N}(]/u.test(next);
  return opening + inner.join('') + (isMarked ? '' : likeliestMark(chances, atEnd, last.last + 1, chances.to));
}

/** Points and commas are alike in small print, and commas are the more frequent within a word. */
function pointOrComma(chances: WordChances, { first, last }: Run): string {
  return likeliestMark(chances, { ',': leastComma }, first, last + 1) || '.';
}

function isDigit(sign = ''): boolean {
  return /\d/.test(sign);
}

function isMark(sign: string): boolean {
  return /[^\p{L}\p{N}]/u.test(sign);
}

/** The signs of a word and the steps of each, as a greedy decoder reads them. */
function signRuns({ line, from, to }: WordChances): Run[] {
  const classes = line.signs.length + 1;
  const runs: Run[] = [];
  let before = 0;
  for (let step = from; step < to; step++) {
    const best = likeliestClass(line.costs, step * classes, classes);
    const text = best === 0 ? '' : (line.signs[best - 1] ?? '');
    const last = runs.at(-1);
    if (best === before && last !== undefined && best !== 0) last.last = step;
    else if (text.trim() !== '') runs.push({ text, first: step, last: step });
    before = best;
  }
  return runs;
}

/** The likeliest of the marks in some steps of the recognizer, or nothing where each of them is too unlikely. */
function likeliestMark({ line }: WordChances, marks: Marks, from: number, to: number): string {
  const classes = line.signs.length + 1;
  let [mark, most] = ['', 0];
  for (const [sign, least] of Object.entries(marks)) {
    const at = line.signs.indexOf(sign) + 1;
    if (at === 0) continue;
    let cost = 255;
    for (let step = from; step < to; step++) cost = Math.min(cost, line.costs[step * classes + at] ?? 255);
    const chance = Math.exp(-cost / costsToNat);
    if (chance >= least && chance > most) [mark, most] = [sign, chance];
  }
  return mark;
}

function likeliestClass(costs: Uint8Array, from: number, classes: number): number {
  let best = 0;
  for (let sign = 1; sign < classes; sign++) {
    if ((costs[from + sign] ?? 255) < (costs[from + best] ?? 255)) best = sign;
  }
  return best;
}
