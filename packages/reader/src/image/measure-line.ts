import type { GreyImage, Point } from './grey-image.ts';

// looked up once, since they run for every sample
const { abs, floor, hypot } = Math;

const samplesPerSide = 60;
const leastContrast = 8;

/**
 * The share of points between two places where grey changes sharply across the line, whichever side is lighter. 0 to
 * 1.
 */
export function measureLine(image: GreyImage, from: Point, to: Point): number {
  const length = hypot(to.x - from.x, to.y - from.y);
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
      return inside === null || outside === null ? null : abs(inside - outside);
    };
    const near = fall(2);
    const far = fall(6) ?? near;
    if (near === null || far === null) continue;
    seen++;
    if (near >= leastContrast && far >= leastContrast && near >= 0.6 * far) sharp++;
  }
  // a side that runs along the photo's own edge can't be seen; it counts as half sure
  return seen < samplesPerSide / 2 ? 0.5 : sharp / seen;
}

function greyAt(image: GreyImage, x: number, y: number): number | null {
  const column = floor(x);
  const row = floor(y);
  if (column < 0 || row < 0 || column >= image.width || row >= image.height) return null;
  return image.data[row * image.width + column] ?? null;
}
