import type { LightField } from './close-print.ts';
import type { EdgeLine } from './find-edge-lines.ts';
import type { Point } from './grey-image.ts';

// looked up once, since they run for every sample
const { abs, ceil, floor, hypot, max, min, round } = Math;

/** Light is compared this many pixels inside and outside of a line; a soft shadow changes more farther out. */
const near = 2.5;
const far = 7;
const leastSharp = 0.5;
/** From this much contrast on an edge is as good as any. */
const fullContrast = 0.1;
const leastContrast = 0.012;
/** What a side along the photo's own edge counts. */
const frameSupport = 0.5;
/** Near corners nothing is expected, since they are round, bent or turned in. */
const cornerShare = 0.06;

/** A line that may be a side of a sheet. */
export type Side = {
  readonly line: EdgeLine;
  readonly isFrame: boolean;
  /** How much of the way between two points on the line is a sharp edge with the lighter side inside, −1 to 1. */
  readonly support: (from: Point, to: Point) => number;
};

/**
 * Measures a line once for its whole length, so that any part of it can be asked for. Of the photo's own edges nothing
 * can be measured.
 */
export function measureSide(field: LightField, line: EdgeLine, isFrame: boolean): Side {
  if (isFrame) return { line, isFrame, support: () => frameSupport };
  const reach = ceil(hypot(field.width, field.height));
  const { normal, distance } = line;
  const sums = new Float32Array(2 * reach + 2);
  for (let at = -reach; at <= reach; at++) {
    const x = distance * normal.x - at * normal.y;
    const y = distance * normal.y + at * normal.x;
    sums[at + reach + 1] = (sums[at + reach] ?? 0) + edgeAt(field, x, y, normal);
  }
  const along = ({ x, y }: Point): number => y * normal.x - x * normal.y;
  const support = (from: Point, to: Point): number => {
    const [p, q] = [along(from), along(to)];
    const trim = cornerShare * abs(q - p);
    const first = max(0, round(min(p, q) + trim) + reach);
    const last = min(sums.length - 1, round(max(p, q) - trim) + reach);
    return last <= first ? 0 : ((sums[last] ?? 0) - (sums[first] ?? 0)) / (last - first);
  };
  return { line, isFrame, support };
}

function edgeAt(field: LightField, x: number, y: number, { x: nx, y: ny }: Point): number {
  const rise = (away: number): number | null => {
    const inside = lightAt(field, x + nx * away, y + ny * away);
    const outside = lightAt(field, x - nx * away, y - ny * away);
    return inside === null || outside === null ? null : inside - outside;
  };
  const close = rise(near);
  if (close === null) return 0;
  if (close < leastContrast) return max(-1, min(0, close / fullContrast));
  const wide = rise(far) ?? close;
  return close < leastSharp * wide ? 0 : min(1, close / fullContrast);
}

function lightAt({ values, width, height }: LightField, x: number, y: number): number | null {
  const column = floor(x + 0.5);
  const row = floor(y + 0.5);
  if (column < 0 || row < 0 || column >= width || row >= height) return null;
  return values[row * width + column] ?? null;
}
