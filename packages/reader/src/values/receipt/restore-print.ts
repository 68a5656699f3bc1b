import { areaAround, boxAround, type PageWord } from '../../text/page-word.ts';
import type { WordChances } from '../../text/text-engine.ts';
import { partOf } from '../split-glued-words.ts';
import { chanceOf, likeliestMark, type Marks, type SignRun, signRuns } from './sign-runs.ts';

/**
 * Marks that recognizers pass over in small print, by where in a word they are, and the least chance with which each was there after
 * all: well above that between the signs of other words. Measured on transcribed lines of scanned receipts.
 */
const within: Marks = { ',': 0.06, '/': 0.06, '(': 0.06, ')': 0.06, '-': 0.06, ':': 0.06, '&': 0.06 };
const atEnd: Marks = { ',': 0.03, ')': 0.06, ':': 0.12, '.': 0.3 };
const atBeginning: Marks = { '(': 0.06 };
/** A point in place of which a comma has this chance is one. */
const leastComma = 0.08;
/** From this chance on, a space that was passed over is one; and below that, one that was taken for such by its width alone is none. */
const leastSpace = 0.2;
const mostOfNone = 0.02;
const mostOfNoneAtMark = 0.04;

/**
 * Words with the marks and spaces that the recognizer saw too faintly to say: where it said nothing, but a comma, a parenthesis, a stroke or a
 * space was far likelier than between other signs. Where words were cut at no more than a wide letter, they are one. Words of engines
 * that don't tell chances stay as they are.
 */
export function restorePrint(words: readonly PageWord[]): PageWord[] {
  const restored: PageWord[] = [];
  let isGlued = false;
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    const follower = next !== undefined && next.page === word.page && next.line === word.line ? next : undefined;
    const { text, gluedToNext } = restoreWord(word, follower);
    const [head, ...rest] = cutAtSpaces({ ...word, text });
    const before = restored.at(-1);
    if (head === undefined) continue;
    if (isGlued && before !== undefined) restored.splice(-1, 1, joined(before, head), ...rest);
    else restored.push(head, ...rest);
    isGlued = gluedToNext;
  }
  return restored;
}

function restoreWord(word: PageWord, next: PageWord | undefined): { text: string; gluedToNext: boolean } {
  const plain = { text: word.text, gluedToNext: false };
  if (word.chances === undefined) return plain;
  const runs = signRuns(word.chances);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined || runs.map((run) => run.text).join('') !== word.text) return plain;
  const { chances } = word;
  const opening = isMark(first.text) ? '' : likeliestMark(chances, atBeginning, chances.from, first.first);
  const inner = runs.map((run, i) => {
    const after = runs[i + 1];
    return after === undefined ? run.text : signOf(chances, runs[i - 1], run, after) + between(chances, run, after);
  });
  const isMarked = isMark(last.text) || /^[^\p{L}\p{N}(]/u.test(next?.text ?? '');
  const closing = isMarked ? '' : likeliestMark(chances, atEnd, last.last + 1, chances.to);
  return { text: opening + inner.join('') + closing, gluedToNext: isGluedTo(last, word, next) };
}

/** Points and commas are alike in small print; between numbers they stay what they are. */
function signOf(
  chances: WordChances,
  before: SignRun | undefined,
  { text, first, last }: SignRun,
  after: SignRun,
): string {
  if (text !== '.' || before === undefined || (isDigit(before.text) && isDigit(after.text))) return text;
  return chanceOf(chances, ',', first, last + 1) >= leastComma ? ',' : text;
}

/** What stands between two signs that were read one after the other within a word. */
function between(chances: WordChances, run: SignRun, after: SignRun): string {
  const [from, to] = [run.last + 1, after.first];
  const space = chanceOf(chances, ' ', from, to) >= leastSpace ? ' ' : '';
  return (isMark(run.text) || isMark(after.text) ? '' : likeliestMark(chances, within, from, to)) + space;
}

function isGluedTo(last: SignRun, { chances }: PageWord, next: PageWord | undefined): boolean {
  const first = next?.chances === undefined ? undefined : signRuns(next.chances)[0];
  if (chances === undefined || first === undefined || next?.chances?.line !== chances.line) return false;
  const most = isMark(last.text) || isMark(first.text) ? mostOfNoneAtMark : mostOfNone;
  return chanceOf(chances, ' ', last.last + 1, first.first) < most;
}

function cutAtSpaces(word: PageWord): PageWord[] {
  return [...word.text.matchAll(/\S+/g)].map(({ 0: part, index }) =>
    part.length === word.text.length ? word : partOf(word, index, index + part.length),
  );
}

function joined(a: PageWord, b: PageWord): PageWord {
  return {
    ...areaAround([a, b]),
    text: a.text + b.text,
    confidence: Math.min(a.confidence, b.confidence),
    characters: [...a.characters, ...b.characters],
    line: a.line,
    page: a.page,
    quad: [a.quad[0], b.quad[1], b.quad[2], a.quad[3]],
    box: boxAround([a, b]),
  };
}

function isDigit(sign: string): boolean {
  return /\d/.test(sign);
}

function isMark(sign: string): boolean {
  return /[^\p{L}\p{N}]/u.test(sign);
}
