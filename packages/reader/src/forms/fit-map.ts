import type { Point } from '../image/grey-image.ts';
import { type Homography, mapPoint } from '../image/map-points.ts';

/** A point and where it has to go. */
export type Pair = { from: Point; to: Point };

/** The turn, scale and shift that takes two points onto two others; null where the points are one. */
export function similarityOf(a: Pair, b: Pair): Homography | null {
  const [dx, dy] = [b.from.x - a.from.x, b.from.y - a.from.y];
  const [ex, ey] = [b.to.x - a.to.x, b.to.y - a.to.y];
  const square = dx * dx + dy * dy;
  if (square === 0) return null;
  const cos = (dx * ex + dy * ey) / square;
  const sin = (dx * ey - dy * ex) / square;
  return [
    cos,
    -sin,
    a.to.x - cos * a.from.x + sin * a.from.y,
    sin,
    cos,
    a.to.y - sin * a.from.x - cos * a.from.y,
    0,
    0,
    1,
  ];
}

/**
 * The map that takes the pairs' points nearest to where they have to go: projective from 12 pairs on, affine from 6 on,
 * a similarity for fewer. Null where the points do not settle one.
 */
export function fitMap(pairs: readonly Pair[]): Homography | null {
  const from = spread(pairs.map((pair) => pair.from));
  const to = spread(pairs.map((pair) => pair.to));
  if (from === null || to === null) return null;
  const even = pairs.map((pair) => ({ from: toEven(pair.from, from), to: toEven(pair.to, to) }));
  const fitted = solve(equationsOf(even), even.length >= 12 ? 8 : even.length >= 6 ? 6 : 4);
  if (fitted === null) return null;
  const map = even.length >= 6 ? fitted : similarityRows(fitted);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = map;
  // back to the points' own units: scale and shift in, the map, scale and shift out
  const k = 1 / from.size;
  const rows = [
    [a * k, b * k, c - (a * from.x + b * from.y) * k],
    [d * k, e * k, f - (d * from.x + e * from.y) * k],
    [g * k, h * k, 1 - (g * from.x + h * from.y) * k],
  ];
  const [[a1 = 0, b1 = 0, c1 = 0] = [], [d1 = 0, e1 = 0, f1 = 0] = [], [g1 = 0, h1 = 0, i1 = 1] = []] = rows;
  const out = [
    a1 * to.size + to.x * g1,
    b1 * to.size + to.x * h1,
    c1 * to.size + to.x * i1,
    d1 * to.size + to.y * g1,
    e1 * to.size + to.y * h1,
    f1 * to.size + to.y * i1,
    g1,
    h1,
    i1,
  ];
  return i1 === 0 ? null : out.map((number) => number / i1);
}

/** The map back. */
export function invertMap([a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1]: Homography): Homography {
  const adjugate = [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
  const last = adjugate[8] ?? 1;
  return adjugate.map((number) => number / last);
}

/** Whether a map keeps the sides of the corners' rectangle as they are: none flipped, none sent behind the horizon. */
export function isSound(map: Homography, corners: readonly Point[]): boolean {
  const [, , , , , , g = 0, h = 0] = map;
  if (corners.some(({ x, y }) => g * x + h * y + 1 < 0.2)) return false;
  const there = corners.map((corner) => mapPoint(map, corner));
  return there.every((point, i) => {
    const before = there[(i + there.length - 1) % there.length] ?? point;
    const after = there[(i + 1) % there.length] ?? point;
    return (point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x) > 0;
  });
}

type Spread = Point & { size: number };

/** Middle of points and their mean distance from it, by which equations are kept even. */
function spread(points: readonly Point[]): Spread | null {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const size = points.reduce((sum, point) => sum + Math.hypot(point.x - x, point.y - y), 0) / points.length;
  return points.length >= 2 && size > 0 ? { x, y, size } : null;
}

function toEven(point: Point, { x, y, size }: Spread): Point {
  return { x: (point.x - x) / size, y: (point.y - y) / size };
}

type Equation = { row: number[]; right: number };

/** Two equations a pair, in as many unknowns as pairs can settle: 8, 6 or 4. */
function equationsOf(pairs: readonly Pair[]): Equation[] {
  return pairs.flatMap(({ from: { x, y }, to }): Equation[] => {
    if (pairs.length < 6)
      return [
        { row: [x, -y, 1, 0], right: to.x },
        { row: [y, x, 0, 1], right: to.y },
      ];
    const affine: Equation[] = [
      { row: [x, y, 1, 0, 0, 0], right: to.x },
      { row: [0, 0, 0, x, y, 1], right: to.y },
    ];
    if (pairs.length < 12) return affine;
    return affine.map(({ row, right }) => ({ row: [...row, -x * right, -y * right], right }));
  });
}

function similarityRows([cos = 1, sin = 0, x = 0, y = 0]: readonly number[]): number[] {
  return [cos, -sin, x, sin, cos, y];
}

/** Least squares by the normal equations, eliminated with the largest pivot first. */
function solve(equations: readonly Equation[], unknowns: number): number[] | null {
  const matrix = Array.from({ length: unknowns }, () => new Array<number>(unknowns + 1).fill(0));
  for (const { row, right } of equations) {
    for (let i = 0; i < unknowns; i++) {
      const line = matrix[i];
      if (line === undefined) continue;
      for (let j = 0; j < unknowns; j++) line[j] = (line[j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0);
      line[unknowns] = (line[unknowns] ?? 0) + (row[i] ?? 0) * right;
    }
  }
  for (let column = 0; column < unknowns; column++) {
    const rest = matrix.slice(column);
    const pivot = rest.reduce((best, line) =>
      Math.abs(line[column] ?? 0) > Math.abs(best[column] ?? 0) ? line : best,
    );
    const head = pivot[column] ?? 0;
    if (Math.abs(head) < 1e-9) return null;
    matrix.splice(matrix.indexOf(pivot), 1);
    matrix.splice(column, 0, pivot);
    for (const line of matrix) {
      if (line === pivot) continue;
      const factor = (line[column] ?? 0) / head;
      for (let j = column; j <= unknowns; j++) line[j] = (line[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return matrix.map((line, i) => (line[unknowns] ?? 0) / (line[i] ?? 1));
}
