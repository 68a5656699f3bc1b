import type { LineChances, WordChances } from '../text/text-engine.ts';

/** The steps of several words, one after the other; `rows` holds `signs.length + 1` costs a step, as in LineChances. */
export type Steps = { signs: readonly string[]; rows: Uint8Array };

/** Words of one line whose steps lie no further apart have only a space between them. */
const widestSpace = 6;

/**
 * The steps of words as they are read, those of spaces between them included. Null where a word has none, as of another
 * engine.
 */
export function joinChances(words: readonly { chances?: WordChances | undefined }[]): Steps | null {
  const pieces: WordChances[] = [];
  for (const { chances } of words) {
    if (chances === undefined) return null;
    const before = pieces.at(-1);
    const follows = before?.line === chances.line && chances.from >= before.from;
    if (before !== undefined && follows && chances.from - before.to <= widestSpace) {
      pieces[pieces.length - 1] = { ...before, to: Math.max(before.to, chances.to) };
    } else pieces.push(chances);
  }
  const [first] = pieces;
  if (first === undefined) return null;
  const classes = classesOf(first.line);
  if (pieces.some(({ line }) => classesOf(line) !== classes)) return null;
  const rows = new Uint8Array(pieces.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0) * classes);
  let at = 0;
  for (const { line, from, to } of pieces) {
    if (to <= from) continue;
    rows.set(line.costs.subarray(from * classes, to * classes), at);
    at += (to - from) * classes;
  }
  return { signs: first.line.signs, rows };
}

function classesOf({ signs }: LineChances): number {
  return signs.length + 1;
}
