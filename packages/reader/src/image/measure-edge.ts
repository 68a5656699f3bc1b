import type { GreyImage, Point, Quad } from './grey-image.ts';

const samplesPerSide = 60;
const leastContrast = 8;

/**
 * How surely the sides of a quadrilateral are the edge of a lighter sheet: the share of points on its worst side where
 * grey falls from inside to outside, and does so within a few pixels. A shadow's edge is soft and a ruled line as
 * light on both sides, so both score low. 0 to 1.
 */
export function measureEdge(image: GreyImage, quad: Quad): number {
  const [a, b, c, d] = quad;
  const lighterInside = (near: number, far: number): boolean =>
    near >= leastContrast && far >= leastContrast && near >= 0.6 * far;
  return Math.min(
    sharpShare(image, a, b, lighterInside),
    sharpShare(image, b, c, lighterInside),
    sharpShare(image, c, d, lighterInside),
    sharpShare(image, d, a, lighterInside),
  );
}

/**
 * The share of points between two places where grey changes sharply across the line, whichever side is lighter. 0 to
 * 1.
 */
export function measureLine(image: GreyImage, from: Point, to: Point): number {
  return sharpShare(image, from, to, (near, far) => {
    const [small, large] = [Math.abs(near), Math.abs(far)];
    return small >= leastContrast && large >= leastContrast && small >= 0.6 * large;
  });
}

/**
 * `isSharp` is given by how much it is lighter inside than outside, 2 and 6 pixels from the line; inside is on the
 * right.
 */
function sharpShare(image: GreyImage, from: Point, to: Point, isSharp: (near: number, far: number) => boolean): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return 0;
  const inward = { x: (from.y - to.y) / length, y: (to.x - from.x) / length };
  let seen = 0;
  let sharp = 0;
  for (let i = 1; i <= samplesPerSide; i++) {
    const along = 0.06 + (0.88 * i) / samplesPerSide;
    const at = { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along };
    const fall = (distance: number): number | null => {
      const inside = greyAt(image, at.x + inward.x * distance, at.y + inward.y * distance);
      const outside = greyAt(image, at.x - inward.x * distance, at.y - inward.y * distance);
      return inside === null || outside === null ? null : inside - outside;
    };
    const near = fall(2);
    const far = fall(6) ?? near;
    if (near === null || far === null) continue;
    seen++;
    if (isSharp(near, far)) sharp++;
  }
  // a side that runs along the photo's own edge can't be seen; it counts as half sure
  return seen < samplesPerSide / 2 ? 0.5 : sharp / seen;
}

function greyAt(image: GreyImage, x: number, y: number): number | null {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= image.width || row >= image.height) return null;
  return image.data[row * image.width + column] ?? null;
}
