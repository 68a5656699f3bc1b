import { findPage } from '../../image/find-page.ts';
import { cornersOf, rectangleAlong } from '../../image/fit-rectangle.ts';
import type { FlatPage } from '../../image/flatten-page.ts';
import { type GreyImage, type Point, type Quad, wholeImage } from '../../image/grey-image.ts';
import { mapQuad } from '../../image/map-points.ts';
import type { TextLine } from './detect-lines.ts';
import { slantOf } from './slant-of.ts';

/** A sheet found in a photo is the page when it holds this share of the text. */
const leastHeld = 0.9;
/** Around text without a sheet, so much of its smaller side is added. */
const marginShare = 0.04;
/** Text that fills more than this of the photo needs no cutting out. */
const mostFilled = 0.8;

/**
 * The corners of the part of a photo to read: the sheet, if there is one with nearly all of the text on it, else the
 * rectangle around the text that is as level as its lines, else the whole photo.
 */
export function pageCorners(photo: GreyImage, { toUpright }: FlatPage, lines: readonly TextLine[]): Quad {
  const quads = lines.map(({ rectangle }) => mapQuad(toUpright, cornersOf(rectangle)));
  if (quads.length === 0) return wholeImage(photo);
  const sheet = findPage(photo);
  if (sheet !== null) {
    const held = quads.filter((quad) => holds(sheet, middleOf(quad)));
    if (sizeOf(held) >= leastHeld * sizeOf(quads)) return sheet;
  }
  const slant = slantOf(lines);
  const around = rectangleAlong(quads.flat(), { x: Math.cos(slant), y: Math.sin(slant) });
  const margin = marginShare * Math.min(around.width, around.height);
  const filled = (around.width * around.height) / (photo.width * photo.height);
  return filled > mostFilled ? wholeImage(photo) : cornersOf(around, margin);
}

function sizeOf(quads: readonly Quad[]): number {
  return quads.reduce((sum, [a, , c]) => sum + Math.hypot(c.x - a.x, c.y - a.y), 0);
}

function middleOf([a, b, c, d]: Quad): Point {
  return { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
}

/** Whether a point lies within four corners given clockwise. */
function holds(quad: Quad, { x, y }: Point): boolean {
  return quad.every((from, i) => {
    const to = quad[(i + 1) % 4] ?? from;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
  });
}
