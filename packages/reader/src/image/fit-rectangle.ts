import { convexHull } from './convex-hull.ts';
import type { Point, Quad } from './grey-image.ts';

/** A rectangle at any angle: `along` is the direction of its width, of length 1. */
export type Rectangle = { centre: Point; along: Point; width: number; height: number };

/**
 * The smallest rectangle around points, by rotating calipers: one of its sides lies on a side of their hull. Its width
 * runs to the right, within 45° of level.
 */
export function fitRectangle(points: readonly Point[]): Rectangle | null {
  const hull = convexHull(points);
  let best: Rectangle | null = null;
  for (const [i, from] of hull.entries()) {
    const to = hull[(i + 1) % hull.length] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length === 0) continue;
    const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
    const rectangle = rectangleAlong(hull, along);
    if (best === null || rectangle.width * rectangle.height < best.width * best.height) best = rectangle;
  }
  return best === null ? null : levelled(best);
}

/** The corners, clockwise from the top left one, with `margin` added on every side. */
export function cornersOf({ centre, along, width, height }: Rectangle, margin = 0): Quad {
  const corner = (right: number, down: number): Point => {
    const [u, v] = [right * (width / 2 + margin), down * (height / 2 + margin)];
    return { x: centre.x + u * along.x - v * along.y, y: centre.y + u * along.y + v * along.x };
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** The smallest rectangle around points with a side in the given direction, which is of length 1. */
export function rectangleAlong(points: readonly Point[], along: Point): Rectangle {
  const us = points.map(({ x, y }) => x * along.x + y * along.y);
  const vs = points.map(({ x, y }) => y * along.x - x * along.y);
  const [left, right] = [Math.min(...us), Math.max(...us)];
  const [top, bottom] = [Math.min(...vs), Math.max(...vs)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  const centre = { x: u * along.x - v * along.y, y: u * along.y + v * along.x };
  return { centre, along, width: right - left, height: bottom - top };
}

/** The same rectangle, told by the one of its sides that is nearest to level. */
function levelled({ centre, along, width, height }: Rectangle): Rectangle {
  const isLevel = Math.abs(along.x) >= Math.abs(along.y);
  const side = isLevel ? along : { x: -along.y, y: along.x };
  const towardsRight = side.x >= 0 ? side : { x: -side.x, y: -side.y };
  return { centre, along: towardsRight, width: isLevel ? width : height, height: isLevel ? height : width };
}
