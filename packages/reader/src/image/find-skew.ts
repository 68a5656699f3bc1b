import type { GreyImage } from './grey-image.ts';

// looked up once, since they run for every pixel
const { abs, floor, max, round } = Math;

const darkBelow = 150;
const steepest = 8;
const mostPixels = 40_000;

/**
 * By how many degrees the text of an evened page runs downhill to the right, within ±8. The angle is the one at which
 * dark pixels gather most sharply in rows, or in columns for a page lying on its side.
 */
export function findSkew(image: GreyImage): number {
  const points = darkPixels(image);
  const coarse = sharpest(points, image, -steepest, steepest, 0.5);
  return sharpest(points, image, coarse - 0.4, coarse + 0.4, 0.1);
}

function sharpest(points: Int32Array, image: GreyImage, from: number, to: number, step: number): number {
  let best = 0;
  let bestScore = -1;
  for (let degrees = from; degrees <= to + step / 2; degrees += step) {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const score = max(
      gathering(points, slope, 0, image.width, image.height),
      gathering(points, slope, 1, image.height, image.width),
    );
    if (score > bestScore * 1.0001) {
      best = degrees;
      bestScore = score;
    }
  }
  return abs(best) < 0.15 ? 0 : best;
}

/** Sum of squared differences of neighbouring rows (`axis` 0) or columns (1) after shearing by `slope`. */
function gathering(points: Int32Array, slope: number, axis: 0 | 1, along: number, across: number): number {
  const reach = Math.ceil(along * abs(slope)) + 1;
  const counts = new Int32Array(across + 2 * reach);
  const sign = axis === 0 ? -slope : slope;
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i + axis] ?? 0;
    const y = points[i + 1 - axis] ?? 0;
    const bin = round(y + x * sign) + reach;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  let sum = 0;
  for (let bin = 1; bin < counts.length; bin++) sum += ((counts[bin] ?? 0) - (counts[bin - 1] ?? 0)) ** 2;
  return sum;
}

function darkPixels(image: GreyImage): Int32Array {
  const found: number[] = [];
  for (let at = 0; at < image.data.length; at++) {
    if ((image.data[at] ?? 255) < darkBelow) found.push(at);
  }
  const every = max(1, Math.ceil(found.length / mostPixels));
  return Int32Array.from(
    found.filter((_, i) => i % every === 0).flatMap((at) => [at % image.width, floor(at / image.width)]),
  );
}
