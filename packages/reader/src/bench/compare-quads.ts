import { polygonArea } from '../image/convex-hull.ts';
import type { Point, Quad } from '../image/grey-image.ts';

export type QuadAgreement = {
  /** Mean distance of the corners, as a share of the wanted quadrilateral's longer diagonal. */
  cornerError: number;
  /** Shared area as a share of the united one. */
  overlap: number;
};

/** How well a found page agrees with the wanted one, whichever of its corners is named first. */
export function compareQuads(wanted: Quad, found: Quad): QuadAgreement {
  const [a, b, c, d] = wanted;
  const diagonal = Math.max(distance(a, c), distance(b, d));
  const errors = [0, 1, 2, 3].map(
    (turn) => wanted.reduce((sum, corner, i) => sum + distance(corner, found[(i + turn) % 4] ?? corner), 0) / 4,
  );
  const shared = polygonArea(clip(found, wanted));
  const overlap = shared / (polygonArea(wanted) + polygonArea(found) - shared);
  return { cornerError: Math.min(...errors) / diagonal, overlap };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The part of a polygon within a convex one that runs clockwise on the screen (Sutherland and Hodgman, 1974). */
function clip(polygon: readonly Point[], by: Quad): Point[] {
  let kept = [...polygon];
  for (const [i, from] of by.entries()) {
    const to = by[(i + 1) % 4] ?? from;
    const inside = (p: Point): number => (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
    const before = kept;
    kept = [];
    for (const [k, point] of before.entries()) {
      const previous = before.at(k - 1) ?? point;
      const [now, then] = [inside(point), inside(previous)];
      if (now >= 0 !== then >= 0) {
        const share = then / (then - now);
        kept.push({ x: previous.x + (point.x - previous.x) * share, y: previous.y + (point.y - previous.y) * share });
      }
      if (now >= 0) kept.push(point);
    }
  }
  return kept;
}
