import type { Label } from './find-labels.ts';
import type { Phrase } from './split-at-labels.ts';

/** How much lower than its label what is filled in stands: so many pixels, and so many more for each pixel to the right. */
export type Shift = { by: number; slope: number };

export const noShift: Shift = { by: 0, slope: 0 };

const shares = [-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6];
const slopes = [-0.08, -0.06, -0.04, -0.02, 0, 0.02, 0.04, 0.06, 0.08];
/** A label votes for a shift when a phrase right of it is that much lower, give or take this, in heights of a label. */
const tolerance = 0.22;
const farthestRight = 30;
const farthestOff = 2.6;
const fewestVotes = 4;
/** How many times the votes of no shift at all another one needs; a slope needs some more. */
const leastGain = 1.5;
const votesOfSlope = 1.5;

type Offset = { right: number; lower: number };

/**
 * For each page by how much what is filled in stands lower than the labels left of it: a printer that fills in forms is often off by a
 * part of a line, writers stay above it, and a bent page leaves a slope. Pages on which the labels don't agree have none.
 */
export function measureShifts(labels: readonly Label[], phrases: readonly Phrase[]): Map<number, Shift> {
  const shifts = new Map<number, Shift>();
  for (const page of new Set(labels.map((label) => label.page))) {
    const own = labels.filter((label) => label.page === page && label.meanings.length > 0);
    const height = median(own.map((label) => label.bottom - label.top));
    const offsets = own.map((label) => offsetsOf(label, phrases, labels));
    const votesFor = (shift: Shift): number =>
      offsets.filter((all) => all.some((offset) => Math.abs(restOf(offset, shift)) <= tolerance * height)).length;
    const options = slopes.flatMap((slope) => shares.map((share) => ({ by: share * height, slope })));
    const worth = (shift: Shift): number => votesFor(shift) - (shift.slope === 0 ? 0 : votesOfSlope);
    const best = options.reduce((a, b) => (worth(b) > worth(a) ? b : a), noShift);
    if (worth(best) < fewestVotes || worth(best) < leastGain * votesFor(noShift)) continue;
    const rests = offsets.flat().map((offset) => restOf(offset, best));
    const near = rests.filter((rest) => Math.abs(rest) <= 1.5 * tolerance * height);
    shifts.set(page, { by: best.by + near.reduce((sum, rest) => sum + rest, 0) / near.length, slope: best.slope });
  }
  return shifts;
}

/** How much lower a phrase stands than where a shift puts what is filled in beside a label. */
export function offLine(phrase: Phrase, label: Label, shift: Shift): number {
  return restOf(offsetOf(phrase, label), shift);
}

function restOf({ right, lower }: Offset, { by, slope }: Shift): number {
  return lower - by - slope * right;
}

function offsetOf(phrase: Phrase, label: Label): Offset {
  return {
    right: (phrase.left + phrase.right - label.left - label.right) / 2,
    lower: (phrase.top + phrase.bottom - label.top - label.bottom) / 2,
  };
}

/** Where the phrases right of a label stand that no other label is nearer to. */
function offsetsOf(label: Label, phrases: readonly Phrase[], labels: readonly Label[]): Offset[] {
  const height = label.bottom - label.top;
  const middle = (label.top + label.bottom) / 2;
  return phrases.flatMap((phrase) => {
    const offset = offsetOf(phrase, label);
    const gap = (phrase.left - label.right) / height;
    if (
      phrase.page !== label.page ||
      gap < -0.5 ||
      gap > farthestRight ||
      Math.abs(offset.lower) > farthestOff * height
    )
      return [];
    const isBehindOther = labels.some(
      (other) =>
        other.page === label.page &&
        other.left > label.right &&
        other.right < phrase.left + height &&
        Math.abs((other.top + other.bottom) / 2 - middle) < height,
    );
    return isBehindOther ? [] : [offset];
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
