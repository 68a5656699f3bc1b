import type { Edge } from './find-edges.ts';
import type { Corners } from './grey-frame.ts';
import type { Point, Side } from './measure-edge.ts';

const smallestShare = 0.08;
/** A corner may lie so far outside of the picture, as a share of its long side. */
const outside = 0.08;
const stripMargin = 0.02;
const leastMean = 0.5;
const leastSide = 0.25;
const areaWeight = 0.35;
/** An edge that goes on beyond its corner, over this share of the side, counts against it: it belongs to something else. */
const beyondShare = 0.2;
const beyondWeight = 0.6;

export interface Outline {
  corners: Corners;
  /** Which sides (top, right, bottom, left) lie on the picture's rim, where the paper may go on. */
  onFrame: readonly [boolean, boolean, boolean, boolean];
  /** How well its sides can be seen: about 0.6 hardly, 1.7 perfectly. */
  score: number;
}

/** Whether four sides (top, right, bottom, left) make a page, and how well it can be seen; null where they make none. */
export function judgeOutline(sides: readonly [Side, Side, Side, Side], width: number, height: number): Outline | null {
  const [top, right, bottom, left] = sides;
  if (left.edge.nx * right.edge.nx + left.edge.ny * right.edge.ny > -0.8) return null;
  const a = crossing(top.edge, left.edge);
  const b = crossing(top.edge, right.edge);
  const c = crossing(bottom.edge, right.edge);
  const d = crossing(bottom.edge, left.edge);
  if (a === null || b === null || c === null || d === null) return null;
  const quad = [a, b, c, d] as const;
  const margin = outside * Math.max(width, height);
  for (const { x, y } of quad) {
    if (x < -margin || y < -margin || x > width + margin || y > height + margin) return null;
  }
  if (isStrip(quad, width, height) || !isClockwise(quad)) return null;
  const area = areaOf(quad) / (width * height);
  if (area < smallestShare) return null;
  const support = [top.support(a, b), right.support(b, c), bottom.support(c, d), left.support(d, a)];
  const worst = Math.min(...support);
  const mean = support.reduce((sum, value) => sum + value, 0) / 4;
  if (worst < leastSide || mean < leastMean || sides.every(({ isFrame }) => isFrame)) return null;
  const score = mean + 0.5 * worst + areaWeight * area - beyondWeight * beyond(sides, quad);
  const place = ({ x, y }: Point) => ({ x: (x + 0.5) / width, y: (y + 0.5) / height });
  return {
    corners: [place(a), place(b), place(c), place(d)],
    onFrame: [top.isFrame, right.isFrame, bottom.isFrame, left.isFrame],
    score,
  };
}

type Quad = readonly [Point, Point, Point, Point];

function crossing(p: Edge, q: Edge): Point | null {
  const determinant = p.nx * q.ny - p.ny * q.nx;
  if (Math.abs(determinant) < 0.5) return null;
  return {
    x: (p.distance * q.ny - q.distance * p.ny) / determinant,
    y: (q.distance * p.nx - p.distance * q.nx) / determinant,
  };
}

/** What reaches from one rim of the picture to the opposite one may be a strip of a page that fills it. */
function isStrip([a, b, c, d]: Quad, width: number, height: number): boolean {
  const near = stripMargin * Math.max(width, height);
  const isLevel = Math.max(a.x, d.x) < near && Math.min(b.x, c.x) > width - near;
  return isLevel || (Math.max(a.y, b.y) < near && Math.min(c.y, d.y) > height - near);
}

function isClockwise(quad: Quad): boolean {
  return quad.every((from, i) => {
    const over = quad[(i + 1) % 4] ?? from;
    const to = quad[(i + 2) % 4] ?? from;
    return (over.x - from.x) * (to.y - over.y) - (over.y - from.y) * (to.x - over.x) > 0;
  });
}

function areaOf(quad: Quad): number {
  const sum = quad.reduce((total, from, i) => {
    const to = quad[(i + 1) % 4] ?? from;
    return total + from.x * to.y - to.x * from.y;
  }, 0);
  return Math.abs(sum) / 2;
}

/** How much the sides go on as edges beyond the corners: those of the table do, those of the paper don't. */
function beyond(sides: readonly Side[], quad: Quad): number {
  let sum = 0;
  for (const [i, { isFrame, support }] of sides.entries()) {
    const from = quad[i];
    const to = quad[(i + 1) % 4];
    if (from === undefined || to === undefined || isFrame) continue;
    sum += Math.max(0, support(from, onward(to, from))) + Math.max(0, support(to, onward(from, to)));
  }
  return sum / 8;
}

/** The point beyond `to` on the way from `from`. */
function onward(from: Point, to: Point): Point {
  return { x: to.x + (to.x - from.x) * beyondShare, y: to.y + (to.y - from.y) * beyondShare };
}
