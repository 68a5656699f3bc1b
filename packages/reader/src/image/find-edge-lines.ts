import type { LightField } from './close-print.ts';

// looked up once, since they run for every pixel
const { abs, atan2, ceil, cos, hypot, max, min, PI, round, sin } = Math;

/** A straight edge: `normal` points to its lighter side, `distance` is how far along it the edge lies from the origin. */
export type EdgeLine = { readonly normal: { readonly x: number; readonly y: number }; readonly distance: number };

/** Steeper than this a step counts no more: of two edges the longer wins. */
const fullStep = 0.25;
/** How far, in degrees, a pixel's own direction may be off that of its edge. */
const spread = 4;
/** Lines nearer than this to a stronger one are the same edge. */
const sameDegrees = 4;
const samePixels = 4;

/** The strongest straight edges whose lighter side lies within `reach` degrees of `direction` (0: right, 90: down). */
export type EdgeFinder = (direction: number, reach: number, most: number) => EdgeLine[];

/** Counts for every line how much of an edge runs along it (a Hough transform that knows which side is lighter). */
export function findEdgeLines({ values, width, height }: LightField): EdgeFinder {
  const reach = ceil(hypot(width, height));
  const rows = 2 * reach + 1;
  const votes = new Float32Array(360 * rows);
  const cosines = Float32Array.from({ length: 360 }, (_, degrees) => cos((degrees * PI) / 180));
  const sines = Float32Array.from({ length: 360 }, (_, degrees) => sin((degrees * PI) / 180));
  const least = leastStep(values, width);
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const at = y * width + x;
      const { across, down } = stepAt(values, at, width);
      const step = hypot(across, down);
      if (step < least) continue;
      const weight = min(1, step / fullStep);
      const direction = round((atan2(down, across) * 180) / PI) + 360;
      for (let degrees = direction - spread; degrees <= direction + spread; degrees++) {
        const angle = degrees % 360;
        const bin = angle * rows + reach + round(x * (cosines[angle] ?? 0) + y * (sines[angle] ?? 0));
        votes[bin] = (votes[bin] ?? 0) + weight;
      }
    }
  }
  return (direction, sector, most) => {
    const bins: { degrees: number; distance: number; votes: number }[] = [];
    for (let degrees = direction - sector; degrees <= direction + sector; degrees++) {
      const angle = (degrees + 720) % 360;
      for (let row = 1; row < rows - 1; row++) {
        const at = angle * rows + row;
        const here = votes[at] ?? 0;
        if (here < 12 || here < (votes[at - 1] ?? 0) || here < (votes[at + 1] ?? 0)) continue;
        bins.push({ degrees, distance: row - reach, votes: here });
      }
    }
    bins.sort((a, b) => b.votes - a.votes);
    const kept: typeof bins = [];
    for (const bin of bins) {
      if (kept.length === most) break;
      const isSame = kept.some((other) => isNear(bin, other, width, height));
      if (!isSame) kept.push(bin);
    }
    return kept.map(({ degrees, distance }) => {
      const angle = (degrees + 720) % 360;
      return { normal: { x: cosines[angle] ?? 0, y: sines[angle] ?? 0 }, distance };
    });
  };
}

type Bin = { degrees: number; distance: number };

/** Whether two lines run close to one another in the picture's middle, in nearly the same direction. */
function isNear(a: Bin, b: Bin, width: number, height: number): boolean {
  if (abs(a.degrees - b.degrees) > sameDegrees) return false;
  const fromMiddle = ({ degrees, distance }: Bin): number => {
    const angle = (degrees * PI) / 180;
    return distance - (width / 2) * cos(angle) - (height / 2) * sin(angle);
  };
  return abs(fromMiddle(a) - fromMiddle(b)) <= samePixels;
}

/** How brightness rises to the right and downwards at a pixel, over three pixels either way. */
function stepAt(values: Float32Array, at: number, width: number): { across: number; down: number } {
  const v = (offset: number): number => values[at + offset] ?? 0;
  const across = (v(1) - v(-1)) * 2 + v(1 - width) - v(-1 - width) + v(1 + width) - v(-1 + width);
  const down = (v(width) - v(-width)) * 2 + v(width - 1) - v(-width - 1) + v(width + 1) - v(-width + 1);
  return { across: across / 4, down: down / 4 };
}

/** Steps below this are noise of this picture: two thirds of its pixels have less. */
function leastStep(values: Float32Array, width: number): number {
  const steps: number[] = [];
  for (let at = 2 * width; at < values.length - 2 * width; at += 7) {
    const { across, down } = stepAt(values, at, width);
    steps.push(hypot(across, down));
  }
  steps.sort((a, b) => a - b);
  return max(0.01, 1.5 * (steps[round(steps.length * 0.66)] ?? 0));
}
