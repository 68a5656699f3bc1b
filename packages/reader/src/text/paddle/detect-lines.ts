import { cornersOf, fitRectangle, type Rectangle } from '../../image/fit-rectangle.ts';
import type { GreyImage, Point } from '../../image/grey-image.ts';
import type { Model } from './open-models.ts';
import { pictureToNumbers, type Scale } from './picture-to-numbers.ts';

// looked up once, since they run for every pixel
const { ceil, floor, max, min } = Math;

/** Mean and deviation of the photos that the model was trained on, in the order blue, green, red. */
const scale: Scale = [
  { mean: 0.485, deviation: 0.229 },
  { mean: 0.456, deviation: 0.224 },
  { mean: 0.406, deviation: 0.225 },
];
/** A pixel is text above this, a line is one when its rectangle holds this much on average. */
const textAbove = 0.3;
const leastScore = 0.5;
/** The model marks the core of each line only; this share of area by outline is added around it. */
const unclipRatio = 1.6;
const smallestCore = 3;

/** A line of text on the picture: its rectangle with margin, and how surely there is one. */
export type TextLine = { rectangle: Rectangle; score: number };

/** The sides of a picture that the model takes are multiples of this. */
export const sideStep = 32;

/** Finds the lines of text on a picture, by PP-OCR's detection (differentiable binarization). */
export async function detectLines(model: Model, picture: GreyImage): Promise<TextLine[]> {
  const { data } = await model.run(pictureToNumbers(picture, scale));
  return linesOf(data, picture.width, picture.height);
}

/** The lines in a map of how surely each pixel is text. */
export function linesOf(map: Float32Array, width: number, height: number): TextLine[] {
  return outlines(map, width, height).flatMap((outline) => {
    const core = fitRectangle(outline);
    if (core === null || min(core.width, core.height) < smallestCore) return [];
    const score = meanWithin(map, width, height, core);
    if (score < leastScore) return [];
    const margin = (core.width * core.height * unclipRatio) / (2 * (core.width + core.height));
    return [{ rectangle: { ...core, width: core.width + 2 * margin, height: core.height + 2 * margin }, score }];
  });
}

/** The ends of the rows of every patch of text, which hold all corners of its hull. */
function outlines(map: Float32Array, width: number, height: number): Point[][] {
  const open = new Uint8Array(map.length);
  for (let at = 0; at < map.length; at++) if ((map[at] ?? 0) > textAbove) open[at] = 1;
  const found: Point[][] = [];
  const stack: number[] = [];
  const visit = (at: number): void => {
    if (open[at] !== 1) return;
    open[at] = 0;
    stack.push(at);
  };
  for (let start = 0; start < open.length; start++) {
    if (open[start] !== 1) continue;
    const rows = new Map<number, { first: number; last: number }>();
    visit(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      const row = rows.get(y);
      if (row === undefined) rows.set(y, { first: x, last: x });
      else {
        row.first = min(row.first, x);
        row.last = max(row.last, x);
      }
      const [left, right] = [x > 0 ? 1 : 0, x < width - 1 ? 1 : 0];
      for (let step = -left; step <= right; step++) {
        visit(at + step);
        if (y > 0) visit(at + step - width);
        if (y < height - 1) visit(at + step + width);
      }
    }
    found.push(
      [...rows].flatMap(([y, { first, last }]) => [
        { x: first, y },
        { x: last + 1, y },
        { x: first, y: y + 1 },
        { x: last + 1, y: y + 1 },
      ]),
    );
  }
  return found;
}

function meanWithin(map: Float32Array, width: number, height: number, rectangle: Rectangle): number {
  const { centre, along } = rectangle;
  const corners = cornersOf(rectangle);
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, right] = [max(0, floor(min(...xs))), min(width, ceil(max(...xs)))];
  const [top, bottom] = [max(0, floor(min(...ys))), min(height, ceil(max(...ys)))];
  let [sum, count] = [0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const [dx, dy] = [x + 0.5 - centre.x, y + 0.5 - centre.y];
      if (Math.abs(dx * along.x + dy * along.y) > rectangle.width / 2) continue;
      if (Math.abs(dy * along.x - dx * along.y) > rectangle.height / 2) continue;
      sum += map[y * width + x] ?? 0;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
