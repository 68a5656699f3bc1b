import type { Point, Quad } from './scene.ts';

/** Eight numbers a…h: x' = (ax + by + c) / (gx + hy + 1), y' = (dx + ey + f) / (gx + hy + 1). */
export type Homography = readonly number[];

/** The perspective that takes each corner of `from` to the same corner of `to`. */
export function findHomography(from: Quad, to: Quad): Homography {
  const rows = from.flatMap(([x, y], corner) => {
    const [u, v] = to[corner] ?? [0, 0];
    return [
      [x, y, 1, 0, 0, 0, -x * u, -y * u, u],
      [0, 0, 0, x, y, 1, -x * v, -y * v, v],
    ];
  });
  return solve(rows);
}

export function project(h: Homography, [x, y]: Point): Point {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, i = 0] = h;
  const depth = g * x + i * y + 1;
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
}

/** Gauss–Jordan elimination with row exchange; each row ends with its right-hand side. */
function solve(rows: number[][]): number[] {
  for (let column = 0; column < rows.length; column += 1) {
    const candidates = rows
      .slice(column)
      .map((row, index) => ({ index: index + column, size: Math.abs(row[column] ?? 0) }));
    const best = candidates.reduce((a, b) => (b.size > a.size ? b : a));
    const pivot = rows[best.index] ?? [];
    rows[best.index] = rows[column] ?? [];
    rows[column] = pivot.map((cell) => cell / (pivot[column] ?? 1));
    const lead = rows[column] ?? [];
    rows.forEach((row, index) => {
      if (index === column) return;
      const factor = row[column] ?? 0;
      rows[index] = row.map((cell, at) => cell - factor * (lead[at] ?? 0));
    });
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
