import { type Area, heightOf, middleOf, shareWithin } from './frame-area.ts';
import type { FramedWord } from './frame-words.ts';
import type { SeenWord } from './place-words.ts';

/** How far a value may reach over the place where earlier ones stood, in line heights. */
const reachAcross = 0.9;
const reachDown = 0.55;
/** Words nearer than this, in heights, belong to one value. */
const widestGap = 1.1;

/**
 * The words of the value that stands in a place: those that reach into it, and what follows on them without a gap, as longer values
 * do. `others` are words and places that end a value.
 */
export function wordsAt<W extends SeenWord>(
  place: Area,
  words: readonly FramedWord<W>[],
  others: readonly Area[],
): FramedWord<W>[] {
  const ordinary = heightOf(place);
  const inPlace = words.filter((word) => {
    const height = Math.min(heightOf(word), 1.5 * ordinary);
    const { y } = middleOf(word);
    if (y < place.top - reachDown * height || y > place.bottom + reachDown * height) return false;
    const reach = reachAcross * height;
    const within = { ...word, left: place.left - reach, right: place.right + reach };
    return shareWithin(word, within) > 0.35 || (word.left < place.left && word.right > place.right);
  });
  const lines = linesOf(inPlace);
  const line = nearestLine(lines, place);
  if (line === undefined) return [];
  // where earlier values had two lines, all lines count
  const own = ordinary > 2 * heightOfLine(line) ? lines.flat() : extend(line, words, others);
  return own;
}

function linesOf<W extends SeenWord>(words: readonly FramedWord<W>[]): FramedWord<W>[][] {
  const lines: FramedWord<W>[][] = [];
  for (const word of [...words].sort((a, b) => middleOf(a).y - middleOf(b).y)) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line !== undefined && last !== undefined && isBeside(last, word)) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
}

function isBeside(a: Area, b: Area): boolean {
  return Math.abs(middleOf(a).y - middleOf(b).y) < 0.5 * Math.max(heightOf(a), heightOf(b));
}

function nearestLine<W extends SeenWord>(lines: readonly FramedWord<W>[][], place: Area): FramedWord<W>[] | undefined {
  const distance = (line: readonly FramedWord<W>[]): number => {
    const y = line.reduce((sum, word) => sum + middleOf(word).y, 0) / line.length;
    return Math.abs(y - middleOf(place).y);
  };
  return [...lines].sort((a, b) => distance(a) - distance(b))[0];
}

function heightOfLine(line: readonly Area[]): number {
  return line.reduce((sum, word) => sum + heightOf(word), 0) / line.length;
}

function extend<W extends SeenWord>(
  line: readonly FramedWord<W>[],
  words: readonly FramedWord<W>[],
  others: readonly Area[],
): FramedWord<W>[] {
  const run = [...line];
  const isFree = (word: FramedWord<W>): boolean =>
    !run.includes(word) && others.every((other) => shareWithin(word, other) < 0.3);
  for (;;) {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return run;
    const after = words.find((word) => isFree(word) && isBeside(last, word) && follows(last, word));
    if (after !== undefined) run.push(after);
    const before = words.find((word) => isFree(word) && isBeside(first, word) && follows(word, first));
    if (before !== undefined) run.unshift(before);
    if (after === undefined && before === undefined) return run;
  }
}

function follows(a: Area, b: Area): boolean {
  const height = Math.max(heightOf(a), heightOf(b));
  return b.left - a.right < widestGap * height && b.left - a.right > -0.5 * height && b.left > a.left;
}
