import type { Edge, Slopes } from './find-edges.ts';

/** From this slope on an edge is as good as any. */
const fullSlope = 0.12;
/** What the picture's own rim counts, where nothing can be seen of the paper's side. */
const frameSupport = 0.5;
/** Near corners paper is round, bent or turned in. */
const cornerShare = 0.06;

export interface Point {
  x: number;
  y: number;
}

/** An edge that may be a side of the page. */
export interface Side {
  edge: Edge;
  /** The picture's own rim: the page goes on beyond it, or fills the picture. */
  isFrame: boolean;
  /** How much of the way between two points on it is an edge with the lighter side inside, −1 to 1. */
  support: (from: Point, to: Point) => number;
}

/** The picture's own rim as a side. */
export function frameSide(edge: Edge): Side {
  return { edge, isFrame: true, support: () => frameSupport };
}

/** Measures an edge once for its whole length, so that any part of it can be asked for. */
export function measureEdge(edge: Edge, { across, down, width, height }: Slopes): Side {
  const { nx, ny, distance } = edge;
  const reach = Math.ceil(Math.hypot(width, height));
  const sums = new Float32Array(2 * reach + 2);
  for (let at = -reach; at <= reach; at++) {
    let best = 0;
    for (let off = -1; off <= 1; off++) {
      const x = Math.round((distance + off) * nx - at * ny);
      const y = Math.round((distance + off) * ny + at * nx);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const slope = (across[y * width + x] ?? 0) * nx + (down[y * width + x] ?? 0) * ny;
      if (Math.abs(slope) > Math.abs(best)) best = slope;
    }
    sums[at + reach + 1] = (sums[at + reach] ?? 0) + Math.max(-1, Math.min(1, best / fullSlope));
  }
  const along = ({ x, y }: Point): number => y * nx - x * ny;
  const support = (from: Point, to: Point): number => {
    const [p, q] = [along(from), along(to)];
    const trim = cornerShare * Math.abs(q - p);
    const first = Math.max(0, Math.round(Math.min(p, q) + trim) + reach);
    const last = Math.min(sums.length - 1, Math.round(Math.max(p, q) - trim) + reach);
    return last <= first ? 0 : ((sums[last] ?? 0) - (sums[first] ?? 0)) / (last - first);
  };
  return { edge, isFrame: false, support };
}
