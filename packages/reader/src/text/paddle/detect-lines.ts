import { cornersOf, fitRectangle, type Rectangle } from '../../image/fit-rectangle.ts';
import type { GreyImage } from '../../image/grey-image.ts';
import type { Model } from './open-models.ts';
import { outlinePatches } from './outline-patches.ts';
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
  return outlinePatches(map, width, height, textAbove).flatMap((outline) => {
    const core = fitRectangle(outline);
    if (core === null || min(core.width, core.height) < smallestCore) return [];
    const score = meanWithin(map, width, height, core);
    if (score < leastScore) return [];
    const margin = (core.width * core.height * unclipRatio) / (2 * (core.width + core.height));
    return [{ rectangle: { ...core, width: core.width + 2 * margin, height: core.height + 2 * margin }, score }];
  });
}

function meanWithin(map: Float32Array, width: number, height: number, rectangle: Rectangle): number {
  const { centre, along } = rectangle;
  const corners = cornersOf(rectangle);
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, right] = [max(0, floor(min(...xs))), min(width, ceil(max(...xs)))];
  const [top, bottom] = [max(0, floor(min(...ys))), min(height, ceil(max(...ys)))];
  const [halfWidth, halfHeight] = [rectangle.width / 2, rectangle.height / 2];
  let sum = 0;
  let count = 0;
  for (let y = top; y < bottom; y++) {
    const dy = y + 0.5 - centre.y;
    const [ofAlong, ofAcross] = [dy * along.y, dy * along.x];
    for (let x = left; x < right; x++) {
      const dx = x + 0.5 - centre.x;
      const u = dx * along.x + ofAlong;
      const v = ofAcross - dx * along.y;
      if (u > halfWidth || u < -halfWidth || v > halfHeight || v < -halfHeight) continue;
      sum += map[y * width + x] ?? 0;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
