import type { LightField } from './close-print.ts';
import type { EdgeLine } from './find-edge-lines.ts';
import type { Point } from './grey-image.ts';

// looked up once, since they run for every sample
const { abs, floor, hypot, max, min, round } = Math;

const samples = 90;
/** Near corners a sheet's edge is often round, bent or turned in. */
const cornerShare = 0.08;
/** The edge is looked for so far on either side of the line: first widely, then about the better line. */
const reaches = [7, 3];
const leastStep = 0.03;
const fewestPoints = 12;

/**
 * The line again, fitted to where the light changes most along it between two corners. Points that don't go with the rest, as
 * at a thumb or a turned-in corner, are left out.
 */
export function fitSide(field: LightField, line: EdgeLine, from: Point, to: Point): EdgeLine {
  let fitted = line;
  for (const reach of reaches) {
    const points = edgePoints(field, fitted, from, to, reach);
    fitted = fitLine(points, fitted) ?? fitted;
  }
  return fitted;
}

function edgePoints(field: LightField, { normal, distance }: EdgeLine, from: Point, to: Point, reach: number): Point[] {
  const points: Point[] = [];
  const along = ({ x, y }: Point): number => y * normal.x - x * normal.y;
  const [start, end] = [along(from), along(to)];
  // the light at every half pixel across the line, as far as any step and its neighbours reach
  const light = new Float64Array(4 * reach + 11);
  const outermost = reach + 2.5;
  const stepAt = (i: number): number =>
    (light[i + 7] ?? 0) + (light[i + 9] ?? 0) - (light[i + 3] ?? 0) - (light[i + 1] ?? 0);
  for (let i = 0; i < samples; i++) {
    const t = start + (end - start) * (cornerShare + ((1 - 2 * cornerShare) * i) / (samples - 1));
    for (let half = 0; half < light.length; half++) {
      const off = distance - outermost + half / 2;
      light[half] = lightAt(field, off * normal.x - t * normal.y, off * normal.y + t * normal.x);
    }
    let best = leastStep;
    let at: number | null = null;
    for (let half = 0; half <= 4 * reach; half++) {
      const step = stepAt(half);
      if (step > best) {
        best = step;
        at = half;
      }
    }
    if (at === null) continue;
    // the top of the parabola through the step and its neighbours
    const [before, after] = [stepAt(at - 1), stepAt(at + 1)];
    const bend = before - 2 * best + after;
    const off = distance - reach + at / 2 + (bend < 0 ? (0.25 * (before - after)) / bend : 0);
    points.push({ x: off * normal.x - t * normal.y, y: off * normal.y + t * normal.x });
  }
  return points;
}

/** Bilinear; the picture's rim goes on beyond it. */
function lightAt({ values, width, height }: LightField, x: number, y: number): number {
  const left = min(max(floor(x), 0), width - 2);
  const top = min(max(floor(y), 0), height - 2);
  const fx = min(max(x - left, 0), 1);
  const fy = min(max(y - top, 0), 1);
  const at = top * width + left;
  const upper = (values[at] ?? 0) * (1 - fx) + (values[at + 1] ?? 0) * fx;
  const lower = (values[at + width] ?? 0) * (1 - fx) + (values[at + width + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** The line through the points that are near the median one, in the frame of an earlier line. */
function fitLine(points: readonly Point[], { normal, distance }: EdgeLine): EdgeLine | null {
  let kept = points.map(({ x, y }) => ({
    t: y * normal.x - x * normal.y,
    off: x * normal.x + y * normal.y - distance,
  }));
  let line: { slope: number; offset: number } | null = null;
  for (const tolerance of [Number.POSITIVE_INFINITY, 2.5, 1.2]) {
    const by = line ?? medianLine(kept);
    kept = kept.filter(({ t, off }) => abs(off - by.offset - by.slope * t) <= tolerance);
    if (kept.length < fewestPoints) return null;
    line = tolerance === Number.POSITIVE_INFINITY ? medianLine(kept) : leastSquares(kept);
  }
  if (line === null) return null;
  const length = hypot(1, line.slope);
  const turned = {
    x: (normal.x + line.slope * normal.y) / length,
    y: (normal.y - line.slope * normal.x) / length,
  };
  return { normal: turned, distance: (distance + line.offset) / length };
}

type Sample = { t: number; off: number };

/** Its slope is the median of the slopes between points far from one another (after Theil and Sen). */
function medianLine(points: readonly Sample[]): { slope: number; offset: number } {
  const half = floor(points.length / 2);
  const slopes = points.slice(0, half).map(({ t, off }, i) => {
    const other = points[i + half] ?? { t: t + 1, off };
    return (other.off - off) / (other.t - t);
  });
  const slope = median(slopes);
  return { slope, offset: median(points.map(({ t, off }) => off - slope * t)) };
}

function leastSquares(points: readonly Sample[]): { slope: number; offset: number } {
  const count = points.length;
  const t = points.reduce((sum, point) => sum + point.t, 0) / count;
  const off = points.reduce((sum, point) => sum + point.off, 0) / count;
  const spread = points.reduce((sum, point) => sum + (point.t - t) ** 2, 0);
  const slope = spread === 0 ? 0 : points.reduce((sum, p) => sum + (p.t - t) * (p.off - off), 0) / spread;
  return { slope, offset: off - slope * t };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[round((sorted.length - 1) / 2)] ?? 0;
}
