import type { Point, Quad } from './grey-image.ts';

/** A projective map of the plane, row by row; its last number is 1. */
export type Homography = readonly number[];

/**
 * The projective map that takes the rectangle (0, 0)–(width, height) onto `quad`, corner by corner.
 * Closed form after Heckbert, Fundamentals of Texture Mapping and Image Warping (1989), section 2.2.3.
 */
export function rectangleToQuad(width: number, height: number, quad: Quad): Homography {
  const [p0, p1, p2, p3] = quad;
  const dx1 = p1.x - p2.x;
  const dx2 = p3.x - p2.x;
  const dy1 = p1.y - p2.y;
  const dy2 = p3.y - p2.y;
  const sumX = p0.x - p1.x + p2.x - p3.x;
  const sumY = p0.y - p1.y + p2.y - p3.y;
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sumX * dy2 - dx2 * sumY) / determinant;
  const h = (dx1 * sumY - sumX * dy1) / determinant;
  return [
    (p1.x - p0.x + g * p1.x) / width,
    (p3.x - p0.x + h * p3.x) / height,
    p0.x,
    (p1.y - p0.y + g * p1.y) / width,
    (p3.y - p0.y + h * p3.y) / height,
    p0.y,
    g / width,
    h / height,
    1,
  ];
}

/** Where a projective map takes a point. */
export function mapPoint(map: Homography, point: Point): Point {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = map;
  const scale = 1 / (g * point.x + h * point.y + 1);
  return { x: (a * point.x + b * point.y + c) * scale, y: (d * point.x + e * point.y + f) * scale };
}

/** Where a projective map takes four corners. */
export function mapQuad(map: Homography, [a, b, c, d]: Quad): Quad {
  return [mapPoint(map, a), mapPoint(map, b), mapPoint(map, c), mapPoint(map, d)];
}

/** The projective map that takes a point first through `first`, then through `second`. */
export function chainMaps(first: Homography, second: Homography): Homography {
  const at = (map: Homography, row: number, column: number): number => map[3 * row + column] ?? 0;
  const product = Array.from({ length: 9 }, (_, i) => {
    const [row, column] = [Math.floor(i / 3), i % 3];
    return [0, 1, 2].reduce((sum, k) => sum + at(second, row, k) * at(first, k, column), 0);
  });
  const last = product[8] ?? 1;
  return product.map((number) => number / last);
}
