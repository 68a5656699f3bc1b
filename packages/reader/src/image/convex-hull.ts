import type { Point, Quad } from './grey-image.ts';

/** The convex hull, clockwise on the screen (y down). Andrew's monotone chain (1979). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const upper = halfHull(sorted);
  const lower = halfHull(sorted.reverse());
  return [...upper.slice(0, -1), ...lower.slice(0, -1)];
}

function halfHull(sorted: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of sorted) {
    while (hull.length >= 2 && turn(hull.at(-2), hull.at(-1), point) <= 0) hull.pop();
    hull.push(point);
  }
  return hull;
}

function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  if (a === undefined || b === undefined) return 0;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Area of a polygon in square pixels, by the shoelace formula. */
export function polygonArea(polygon: readonly Point[]): number {
  let twice = 0;
  let previous = polygon.at(-1);
  for (const point of polygon) {
    if (previous !== undefined) twice += previous.x * point.y - point.x * previous.y;
    previous = point;
  }
  return Math.abs(twice) / 2;
}

const mostCorners = 36;

/**
 * The quadrilateral of largest area on the corners of a convex hull, starting at its top left corner; null where the
 * hull has fewer than four corners. For each diagonal the farthest corner on either side is taken, which is the exact
 * optimum.
 */
export function largestQuad(hull: readonly Point[]): Quad | null {
  const corners = thinOut(hull, mostCorners);
  let best: { area: number; quad: Quad } | null = null;
  for (const [i, a] of corners.entries()) {
    for (const c of corners.slice(i + 2)) {
      const b = farthest(corners, a, c, 1);
      const d = farthest(corners, a, c, -1);
      if (b === null || d === null) continue;
      const area = polygonArea([a, b, c, d]);
      if (best === null || area > best.area) best = { area, quad: fromTopLeft([a, b, c, d]) };
    }
  }
  return best?.quad ?? null;
}

function farthest(corners: readonly Point[], a: Point, c: Point, side: 1 | -1): Point | null {
  let found: Point | null = null;
  let distance = 0;
  for (const corner of corners) {
    const away = turn(a, corner, c) * side;
    if (away > distance) {
      found = corner;
      distance = away;
    }
  }
  return found;
}

/** Drops the corners that bend the outline least, until at most `most` are left. */
function thinOut(hull: readonly Point[], most: number): Point[] {
  const corners = [...hull];
  while (corners.length > most) {
    let flattest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [i, corner] of corners.entries()) {
      const bend = Math.abs(turn(corners.at(i - 1), corner, corners[(i + 1) % corners.length] ?? corner));
      if (bend < least) {
        least = bend;
        flattest = i;
      }
    }
    corners.splice(flattest, 1);
  }
  return corners;
}

/** The same corners clockwise from the one nearest to the top left. */
function fromTopLeft(quad: Quad): Quad {
  const [p] = quad;
  const clockwise = turn(quad[0], quad[1], quad[2]) > 0 ? [...quad] : [p, quad[3], quad[2], quad[1]];
  const start = clockwise.reduce((best, corner, i) => {
    const top = clockwise[best] ?? p;
    return corner.x + corner.y < top.x + top.y ? i : best;
  }, 0);
  const at = (offset: number): Point => clockwise[(start + offset) % 4] ?? p;
  return [at(0), at(1), at(2), at(3)];
}
