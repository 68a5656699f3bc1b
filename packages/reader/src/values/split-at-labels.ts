import { makeSegment, type Segment } from '../text/build-segments.ts';
import type { PageWord } from '../text/page-word.ts';

/** A stretch of words without labels: what values are made of. */
export type Phrase = Segment;

/** Cuts labels, or whatever else has words, out of the segments and returns what is left between them. */
export function splitAtLabels(
  segments: readonly Segment[],
  labels: readonly { words: readonly PageWord[] }[],
): Phrase[] {
  const labelWords = new Set(labels.flatMap((label) => label.words));
  return segments.flatMap((segment) => {
    const phrases: PageWord[][] = [[]];
    for (const word of segment.words) {
      if (labelWords.has(word)) phrases.push([]);
      else phrases.at(-1)?.push(word);
    }
    return phrases.filter((words) => words.some((word) => /[\p{L}\p{N}]/u.test(word.text))).map(makeSegment);
  });
}
