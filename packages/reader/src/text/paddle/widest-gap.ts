import type { GreyImage } from '../../image/grey-image.ts';

/** Of a line's height, the part in which its letters stand; above and below may be rules and other lines. */
const [high, low] = [0.2, 0.8];
/** From the paper's grey this far towards the ink's, a pixel is ink. */
const inkShare = 0.4;

/** The widest run of columns without ink between two places of a line (shares of its length), in heights of the line. */
export function widestGap({ data, width, height }: GreyImage, from: number, to: number): number {
  const [left, right] = [Math.floor(from * width), Math.min(width, Math.ceil(to * width))];
  const [top, bottom] = [Math.round(high * height), Math.round(low * height)];
  const darkest: number[] = [];
  for (let x = left; x < right; x++) {
    let least = 255;
    for (let y = top; y < bottom; y++) least = Math.min(least, data[y * width + x] ?? 255);
    darkest.push(least);
  }
  const paper = Math.max(...darkest);
  const ink = Math.min(...darkest);
  const limit = paper - inkShare * (paper - ink);
  let [run, widest] = [0, 0];
  for (const grey of darkest) {
    run = grey > limit ? run + 1 : 0;
    widest = Math.max(widest, run);
  }
  return widest / height;
}
