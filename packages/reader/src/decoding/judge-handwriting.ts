import type { PageWord } from '../text/page-word.ts';

/** Tells whether words are likelier written by hand than printed. */
export type HandwritingJudge = (words: readonly PageWord[]) => boolean;

/**
 * How much speaks for handwriting: each height of type more than the usual word of the page, each time that the recognizer's doubt in
 * the mean sign is e times the usual one, and how unevenly the signs follow each other. Rounded from looking at 1,700 values of
 * drawn tickets of eight forms.
 */
const [perHeight, perDoubt, perUnevenness] = [4, 0.5, 6];
const [usualHeight, tallest] = [1.35, 1.9];
const [usualDoubt, leastDoubt] = [0.015, 1e-4];
const [usualUnevenness, mostUneven] = [0.2, 0.45];
/** Larger than this is the head of a form, which speaks so much against it. */
const [headline, againstHeadline] = [2.3, 2];

/** Measures handwriting against the print of the same pages: it is larger, read with more doubt, and its signs stand less evenly. */
export function judgeHandwriting(page: readonly PageWord[]): HandwritingJudge {
  const heights = page.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  const usual = Math.max(1, heights[Math.floor(heights.length / 2)] ?? 1);
  return (words) => {
    const height = Math.max(...words.map(({ top, bottom }) => bottom - top)) / usual;
    const signs = words.flatMap(({ characters }) => characters);
    if (signs.length === 0) return false;
    const doubt = signs.reduce((sum, { confidence }) => sum - Math.log(Math.max(confidence, 1e-3)), 0) / signs.length;
    const times = Math.min(4, Math.max(-2, Math.log((doubt + leastDoubt) / usualDoubt)));
    const uneven = Math.min(mostUneven, unevenness(words) ?? usualUnevenness);
    const speaks =
      perHeight * (Math.min(height, tallest) - usualHeight) +
      perDoubt * times +
      perUnevenness * (uneven - usualUnevenness);
    return speaks - (height > headline ? againstHeadline : 0) > 0;
  };
}

/** By what share of the mean the steps from sign to sign differ; null where there are too few. */
function unevenness(words: readonly PageWord[]): number | null {
  const steps = words.flatMap((word) => {
    const at = signSteps(word);
    return at.slice(1).map((step, i) => step - (at[i] ?? 0));
  });
  if (steps.length < 3) return null;
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const spread = steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / steps.length;
  return Math.sqrt(spread) / mean;
}

/** At which of the recognizer's steps the signs of a word begin. */
function signSteps({ chances }: PageWord): number[] {
  if (chances === undefined) return [];
  const { line, from, to } = chances;
  const width = line.signs.length + 1;
  const found: number[] = [];
  let before = 0;
  for (let step = from; step < to; step++) {
    let best = 0;
    for (let other = 1; other < width; other++) {
      if ((line.costs[step * width + other] ?? 255) < (line.costs[step * width + best] ?? 255)) best = other;
    }
    if (best !== 0 && best !== before) found.push(step);
    before = best;
  }
  return found;
}
