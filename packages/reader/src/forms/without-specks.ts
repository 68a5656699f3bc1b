import { heightOf, shareWithin } from './frame-area.ts';
import type { FramedWord } from './frame-words.ts';
import type { SeenWord } from './place-words.ts';

/** A lone sign, or marks alone, below this confidence beside well-read words is a speck, a fold or a stroke of the form. */
const leastOfSpeck = 0.5;
/** The same where it lies on another word. */
const coveredShare = 0.6;
/** A value has no gaps wider than this, in heights. */
const widestGap = 3;

/** The words of a value without what is no word of it: specks, parts of other words read twice, and what stands far off. */
export function withoutSpecks<W extends SeenWord>(words: readonly FramedWord<W>[]): FramedWord<W>[] {
  const kept = words.filter((word) => {
    const { text, confidence } = word.source.word;
    const others = words.filter((other) => other !== word && other.source.word.confidence > confidence);
    if (others.length === 0 || [...text].length > 1) return true;
    return confidence >= leastOfSpeck && !others.some((other) => shareWithin(word, other) > coveredShare);
  });
  return longestRun(kept);
}

/** The run of words without wide gaps that has most signs; words of several lines are one run. */
function longestRun<W extends SeenWord>(words: readonly FramedWord<W>[]): FramedWord<W>[] {
  const runs: FramedWord<W>[][] = [];
  for (const word of words) {
    const last = runs.at(-1)?.at(-1);
    const gap = last === undefined ? 0 : word.left - last.right;
    if (last !== undefined && gap < widestGap * Math.max(heightOf(word), heightOf(last))) runs.at(-1)?.push(word);
    else runs.push([word]);
  }
  const signs = (run: readonly FramedWord<W>[]): number =>
    run.reduce((sum, { source }) => sum + source.folded.length, 0);
  return runs.reduce((best, run) => (signs(run) > signs(best) ? run : best), runs[0] ?? []);
}
