import { polygonArea } from './convex-hull.ts';
import type { EdgeLine } from './find-edge-lines.ts';
import type { Point, Quad } from './grey-image.ts';
import type { Side } from './measure-side.ts';

// looked up once, since they run for every candidate
const { abs, max, min } = Math;

/** A sheet fills at least this share of the photo, and may reach so far, as a share of its long side, out of it. */
const smallestShare = 0.06;
const cutMargin = 0.06;
/** A side within this of the photo's edge, as a share of its long side, lies on it. */
const stripMargin = 0.02;
/** How much of a sheet's outline has to be a sharp edge: all around, and of the worst side. */
const leastMean = 0.55;
const leastSide = 0.25;
const areaWeight = 0.25;
/** An edge that goes on beyond its corner, over this share of the side, counts so much against it. */
const beyondShare = 0.2;
const beyondWeight = 0.8;

export type Frame = { readonly width: number; readonly height: number };
export type Sheet = { quad: Quad; sides: readonly [Side, Side, Side, Side]; score: number; area: number };

/**
 * Whether four sides make a sheet, and how good a one; null where they don't. Each side's lighter side is the inside.
 */
export function judgeSheet(top: Side, right: Side, bottom: Side, left: Side, frame: Frame): Sheet | null {
  if (left.line.normal.x * right.line.normal.x + left.line.normal.y * right.line.normal.y > -0.85) return null;
  const a = crossing(top.line, left.line);
  const b = crossing(top.line, right.line);
  const c = crossing(bottom.line, right.line);
  const d = crossing(bottom.line, left.line);
  if (a === null || b === null || c === null || d === null) return null;
  const quad: Quad = [a, b, c, d];
  if (isStrip(quad, frame)) return null;
  const { width, height } = frame;
  const margin = cutMargin * max(width, height);
  const isInside = ({ x, y }: Point): boolean =>
    x >= -margin && y >= -margin && x <= width + margin && y <= height + margin;
  if (!quad.every(isInside) || !isConvex(quad) || !isLightSide(top.line, c) || !isLightSide(left.line, b)) return null;
  const area = polygonArea(quad) / (width * height);
  if (area < smallestShare) return null;
  const support = [top.support(a, b), right.support(b, c), bottom.support(c, d), left.support(d, a)];
  const worst = min(...support);
  const mean = support.reduce((sum, value) => sum + value, 0) / 4;
  if (worst < leastSide || mean < leastMean) return null;
  const score = mean + 0.5 * worst + areaWeight * area - beyondWeight * beyond([top, right, bottom, left], quad);
  return { quad, sides: [top, right, bottom, left], area, score };
}

/** How much the sides go on as edges beyond the corners: those of a strip across a sheet do, those of the sheet don't. */
function beyond(sides: readonly Side[], quad: Quad): number {
  let sum = 0;
  for (const [i, { support }] of sides.entries()) {
    const from = quad[i];
    const to = quad[(i + 1) % 4];
    if (from === undefined || to === undefined || sides[i]?.isFrame === true) continue;
    sum +=
      max(0, support(from, along(to, from, 1 + beyondShare))) + max(0, support(to, along(from, to, 1 + beyondShare)));
  }
  return sum / 8;
}

/** The point at `share` of the way from one point to another; beyond it above 1. */
function along(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function isLightSide({ normal, distance }: EdgeLine, { x, y }: Point): boolean {
  return normal.x * x + normal.y * y > distance;
}

export function crossing(p: EdgeLine, q: EdgeLine): Point | null {
  const determinant = p.normal.x * q.normal.y - p.normal.y * q.normal.x;
  if (abs(determinant) < 0.5) return null;
  return {
    x: (p.distance * q.normal.y - q.distance * p.normal.y) / determinant,
    y: (q.distance * p.normal.x - p.distance * q.normal.x) / determinant,
  };
}

/** What reaches from one edge of the photo to the opposite one is a strip of a page that fills it. */
function isStrip([a, b, c, d]: Quad, { width, height }: Frame): boolean {
  const near = stripMargin * max(width, height);
  const isLevel = max(a.x, d.x) < near && min(b.x, c.x) > width - near;
  return isLevel || (max(a.y, b.y) < near && min(c.y, d.y) > height - near);
}

/** Whether the corners run clockwise around the quadrilateral without turning back. */
function isConvex(quad: Quad): boolean {
  return quad.every((from, i) => {
    const over = quad[(i + 1) % 4] ?? from;
    const to = quad[(i + 2) % 4] ?? from;
    return (over.x - from.x) * (to.y - over.y) - (over.y - from.y) * (to.x - over.x) > 0;
  });
}
