import { convexHull, largestQuad, polygonArea } from './convex-hull.ts';
import type { GreyImage, Point, Quad } from './grey-image.ts';
import { measureEdge, measureLine } from './measure-edge.ts';
import { shrinkImage } from './shrink-image.ts';

// looked up once, since they run for every pixel
const { abs, floor, max, min } = Math;

const searchLongSide = 400;
const lightThresholds = [75, 105, 135, 165, 195];
const steepestSlopes = [4, 6, 9, 13, 18];
/** A sheet fills at least this share of the photo, and its outline is this close to four corners. */
const smallestShare = 0.12;
const narrowestBand = 0.035;
const widestBand = 0.15;
const leastBandEdge = 0.7;
const leastEdge = 0.5;
const leastRectangular = 0.95;

/**
 * Finds a sheet in a photo: of all patches that are light, or that change only softly from pixel to pixel (which a
 * shadow's edge does and a sheet's edge does not), the one whose outline is nearest to a quadrilateral. Returns its
 * corners in pixels of the photo, or null where no patch is like a sheet, as when the page fills the photo.
 */
export function findPage(photo: GreyImage): Quad | null {
  const small = shrinkImage(photo, searchLongSide);
  const step = photo.width / small.width;
  const slope = slopes(small);
  const masks = [
    ...steepestSlopes.map((steepest) => slope.map((value) => (value <= steepest ? 1 : 0))),
    ...lightThresholds.map((threshold) => small.data.map((value) => (value >= threshold ? 1 : 0))),
  ];
  let best: { quad: Quad; score: number } | null = null;
  for (const mask of masks) {
    for (const outline of patchOutlines(mask, small.width, smallestShare * mask.length)) {
      const hull = convexHull(outline);
      const quad = largestQuad(hull);
      if (quad === null || polygonArea(quad) < smallestShare * mask.length || coversImage(quad, small)) continue;
      const share = polygonArea(quad) / polygonArea(hull);
      if (share < leastRectangular) continue;
      const edge = measureEdge(small, quad);
      const score = edge + share + 0.5 * (polygonArea(quad) / mask.length);
      if (edge >= leastEdge && (best === null || score > best.score)) best = { quad, score };
    }
  }
  if (best === null) return null;
  const [a, b, c, d] = withDarkBands(best.quad, small);
  const scaled = (point: Point): Point => ({ x: point.x * step, y: point.y * step });
  return [scaled(a), scaled(b), scaled(c), scaled(d)];
}

/**
 * A printed dark band along the upper or lower edge of a sheet looks like background. Where another sharp edge runs
 * along outside of the found one, within a band's width, the sheet is taken to reach so far.
 */
function withDarkBands(quad: Quad, image: GreyImage): Quad {
  const [a, b, c, d] = quad;
  const [top, bottom] = [bandShare(quad, image), bandShare([c, d, a, b], image)];
  return [along(d, a, 1 + top), along(c, b, 1 + top), along(b, c, 1 + bottom), along(a, d, 1 + bottom)];
}

/**
 * How far outside of the quadrilateral's first side the next sharp edge lies, as a share of its height; 0 where there
 * is none.
 */
function bandShare([a, b, c, d]: Quad, image: GreyImage): number {
  for (let share = narrowestBand; share <= widestBand; share += 0.0025) {
    if (measureLine(image, along(d, a, 1 + share), along(c, b, 1 + share)) >= leastBandEdge) return share;
  }
  return 0;
}

/** The point at `share` of the way from one point to another; beyond it above 1. */
function along(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** How steeply each pixel's grey changes towards its neighbours. */
function slopes(image: GreyImage): Uint8Array {
  const { data, width } = image;
  return data.map((value, at) => {
    const across = abs((data[at + 1] ?? value) - (data[at - 1] ?? value));
    const down = abs((data[at + width] ?? value) - (data[at - width] ?? value));
    return max(across, down);
  });
}

/** The row ends of every 4-connected patch of marked pixels whose rows span at least `leastArea` pixels. */
function patchOutlines(mask: Uint8Array, width: number, leastArea: number): Point[][] {
  const height = mask.length / width;
  const open = Uint8Array.from(mask);
  const stack: number[] = [];
  const found: Point[][] = [];
  const visit = (at: number): void => {
    if (open[at] !== 1) return;
    open[at] = 0;
    stack.push(at);
  };
  for (let start = 0; start < mask.length; start++) {
    if (open[start] !== 1) continue;
    const patch: number[] = [];
    visit(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      patch.push(at);
      const x = at % width;
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      visit(at - width);
      visit(at + width);
    }
    if (patch.length < width) continue;
    const ends = rowEnds(patch, width, height);
    if (spannedArea(ends) >= leastArea) found.push(ends);
  }
  return found;
}

function spannedArea(ends: readonly Point[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ends.length; i += 4) sum += (ends[i + 1]?.x ?? 0) - (ends[i]?.x ?? 0);
  return sum;
}

function rowEnds(pixels: readonly number[], width: number, height: number): Point[] {
  const first = new Int32Array(height).fill(width);
  const last = new Int32Array(height).fill(-1);
  for (const at of pixels) {
    const y = floor(at / width);
    const x = at % width;
    first[y] = min(first[y] ?? width, x);
    last[y] = max(last[y] ?? -1, x);
  }
  const ends: Point[] = [];
  for (let y = 0; y < height; y++) {
    const left = first[y] ?? width;
    const right = last[y] ?? -1;
    if (right < left) continue;
    ends.push({ x: left, y }, { x: right + 1, y }, { x: left, y: y + 1 }, { x: right + 1, y: y + 1 });
  }
  return ends;
}

/** Whether three of the sides run along the photo's edge: then the page fills it and there is nothing to cut out. */
function coversImage(quad: Quad, image: GreyImage): boolean {
  const near = 0.02 * max(image.width, image.height);
  const sides = [
    (p: Point) => p.x <= near,
    (p: Point) => p.y <= near,
    (p: Point) => image.width - p.x <= near,
    (p: Point) => image.height - p.y <= near,
  ];
  return sides.filter((touches) => quad.filter(touches).length >= 2).length >= 3;
}
