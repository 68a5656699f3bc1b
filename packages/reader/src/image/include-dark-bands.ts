import type { GreyImage, Point, Quad } from './grey-image.ts';
import { measureLine } from './measure-line.ts';

// looked up once, since they run for every sample
const { floor, max, min } = Math;

const narrowest = 0.03;
const widest = 0.15;
const leastEdge = 0.55;
/** Light print stands on a band, and not on the ground beside a sheet: so much of it is nearly as light as the paper. */
const leastPrint = 0.03;
const mostPrint = 0.5;
const nearlyPaper = 0.65;
/** The rest of it is far darker than paper. */
const leastDark = 0.5;
const darkBelow = 0.45;
/** Print keeps about this far from the edge of its band. */
const emptyShare = 0.012;
const samplesAcross = 120;

/**
 * A printed dark band along an edge of a sheet looks like background. Where light print stands right outside of the found
 * sheet and a sharp edge runs along behind it, within a band's width, the sheet is taken to reach so far.
 */
export function includeDarkBands(quad: Quad, image: GreyImage): Quad {
  const [a, b, c, d] = quad;
  const paper = paperGrey(quad, image);
  const [top, bottom] = [bandShare([a, b, c, d], image, paper), bandShare([c, d, a, b], image, paper)];
  const [left, right] = [bandShare([d, a, b, c], image, paper), bandShare([b, c, d, a], image, paper)];
  if (max(top, bottom) >= max(left, right)) {
    return [along(d, a, 1 + top), along(c, b, 1 + top), along(b, c, 1 + bottom), along(a, d, 1 + bottom)];
  }
  return [along(b, a, 1 + left), along(a, b, 1 + right), along(d, c, 1 + right), along(c, d, 1 + left)];
}

/**
 * How far outside of the quadrilateral's first side a band reaches, as a share of the quadrilateral's height; 0 where
 * there is none.
 */
function bandShare([a, b, c, d]: Quad, image: GreyImage, paper: number): number {
  let seen = 0;
  let light = 0;
  let dark = 0;
  let lastPrint = 0;
  let band = 0;
  for (let share = 0.01; share <= widest; share += 0.0025) {
    const from = along(d, a, 1 + share);
    const to = along(c, b, 1 + share);
    const isBand = light >= leastPrint * seen && light <= mostPrint * seen && dark >= leastDark * seen;
    if (share >= narrowest && isBand && measureLine(image, from, to) >= leastEdge) return share;
    let print = 0;
    for (let i = 3; i < samplesAcross - 3; i++) {
      const grey = greyAt(image, along(from, to, i / samplesAcross));
      if (grey === null) return 0;
      seen++;
      if (grey >= nearlyPaper * paper) print++;
      if (grey <= darkBelow * paper) dark++;
    }
    light += print;
    if (print >= 3) lastPrint = share;
    if (isBand && share - lastPrint > emptyShare && band === 0) band = lastPrint + emptyShare;
  }
  // a band as dark as the ground shows by its print alone
  return band;
}

/** The grey that most of the sheet has or exceeds. */
function paperGrey([a, b, c, d]: Quad, image: GreyImage): number {
  const greys: number[] = [];
  for (let i = 1; i < 30; i++) {
    for (let k = 1; k < 30; k++)
      greys.push(greyAt(image, along(along(a, b, i / 30), along(d, c, i / 30), k / 30)) ?? 0);
  }
  greys.sort((x, y) => x - y);
  return greys[floor(greys.length / 2)] ?? 255;
}

function greyAt({ data, width, height }: GreyImage, { x, y }: Point): number | null {
  if (x < 0 || y < 0 || x >= width || y >= height) return null;
  return data[min(floor(y), height - 1) * width + floor(x)] ?? null;
}

/** The point at `share` of the way from one point to another; beyond it above 1. */
function along(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
