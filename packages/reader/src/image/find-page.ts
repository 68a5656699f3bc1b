import { closePrint, type LightField } from './close-print.ts';
import { type EdgeLine, findEdgeLines } from './find-edge-lines.ts';
import { fitSide } from './fit-side.ts';
import type { GreyImage, Point, Quad } from './grey-image.ts';
import { includeDarkBands } from './include-dark-bands.ts';
import { judgeSheet, type Sheet } from './judge-sheet.ts';
import { measureSide, type Side } from './measure-side.ts';
import { shrinkImage } from './shrink-image.ts';

// looked up once, since they run for every candidate
const { hypot, max, min } = Math;

const searchLongSide = 400;
const printReach = 3;
const linesPerSide = 12;
/** How far, in degrees, a side may be turned from where the sides of an upright page lie. */
const sideReach = 52;
/** So many candidates are measured closely, whose corners lie so many pixels apart. */
const mostCandidates = 40;
const apart = 10;
/** A second sheet is at least so large beside the first one. */
const secondShare = 0.35;

/**
 * Finds the page in a photo; null where there is none to be cut out, as when it fills the photo. Of several sheets it is
 * the one that is largest and best to be seen.
 */
export function findPage(photo: GreyImage): Quad | null {
  return findPages(photo)[0] ?? null;
}

/**
 * Finds the sheets in a photo, the page first, each by its four corners in pixels of the photo. Every two pairs of straight edges
 * that are lighter inside make a candidate; a corner that is turned in, a thumb or a shadow hides a part of an
 * edge and leaves the rest.
 */
export function findPages(photo: GreyImage): Quad[] {
  const small = shrinkImage(photo, searchLongSide);
  const field = closePrint(small, printReach);
  const sheets = pickApart(listSheets(field)).flatMap((sheet) => refine(sheet, field) ?? []);
  sheets.sort((a, b) => b.score - a.score);
  const [best] = sheets;
  if (best === undefined) return [];
  const second = sheets.find(({ quad, area }) => area >= secondShare * best.area && !overlap(quad, best.quad));
  const step = photo.width / small.width;
  const scaled = ({ x, y }: Point): Point => ({ x: (x + 0.5) * step, y: (y + 0.5) * step });
  return [best, ...(second === undefined ? [] : [second])].map((sheet) => {
    const [a, b, c, d] = includeDarkBands(sheet.quad, small);
    return [scaled(a), scaled(b), scaled(c), scaled(d)];
  });
}

/** The best candidates, none of which is nearly the same as a better one. */
function pickApart(sheets: Sheet[]): Sheet[] {
  const picked: Sheet[] = [];
  for (const sheet of sheets.sort((a, b) => b.score - a.score)) {
    const isNew = picked.every(({ quad }) => sheet.quad.some((p, i) => distance(p, quad[i] ?? p) > apart));
    if (isNew) picked.push(sheet);
    if (picked.length === mostCandidates) break;
  }
  return picked;
}

function distance(a: Point, b: Point): number {
  return hypot(a.x - b.x, a.y - b.y);
}

/** The sheet again, from sides that were fitted to the edges; null where it is none on these. */
function refine({ quad: [a, b, c, d], sides: [top, right, bottom, left] }: Sheet, field: LightField): Sheet | null {
  const fitted = ({ line, isFrame }: Side, from: Point, to: Point): Side => {
    const better = isFrame ? line : fitSide(field, line, from, to);
    return measureSide(field, better, isFrame);
  };
  return judgeSheet(fitted(top, a, b), fitted(right, b, c), fitted(bottom, c, d), fitted(left, d, a), field);
}

function listSheets(field: LightField): Sheet[] {
  const { width, height } = field;
  const find = findEdgeLines(field);
  const sides = [90, 180, 270, 0].map((direction) => {
    const lines = find(direction, sideReach, linesPerSide);
    const frame = measureSide(field, frameSide(direction, width, height), true);
    return [...lines.map((line) => measureSide(field, line, false)), frame];
  });
  const [tops = [], rights = [], bottoms = [], lefts = []] = sides;
  const sheets: Sheet[] = [];
  for (const top of tops) {
    for (const bottom of bottoms) {
      if (top.line.normal.x * bottom.line.normal.x + top.line.normal.y * bottom.line.normal.y > -0.85) continue;
      for (const left of lefts) {
        for (const right of rights) {
          const sheet = judgeSheet(top, right, bottom, left, field);
          if (sheet !== null) sheets.push(sheet);
        }
      }
    }
  }
  return sheets;
}

/** A page may reach to the photo's own edge, where nothing can be seen of its side. */
function frameSide(direction: number, width: number, height: number): EdgeLine {
  if (direction === 90) return { normal: { x: 0, y: 1 }, distance: 0 };
  if (direction === 180) return { normal: { x: -1, y: 0 }, distance: 1 - width };
  if (direction === 270) return { normal: { x: 0, y: -1 }, distance: 1 - height };
  return { normal: { x: 1, y: 0 }, distance: 0 };
}

/** Whether the bounding boxes of two sheets share more than a rim. */
function overlap(one: Quad, other: Quad): boolean {
  const span = (quad: Quad, of: (p: Point) => number): [number, number] => [min(...quad.map(of)), max(...quad.map(of))];
  return [(p: Point) => p.x, (p: Point) => p.y].every((of) => {
    const [from, to] = span(one, of);
    const [otherFrom, otherTo] = span(other, of);
    return min(to, otherTo) - max(from, otherFrom) > 0.1 * min(to - from, otherTo - otherFrom);
  });
}
