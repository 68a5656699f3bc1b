import type { Point } from './grey-image.ts';

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
