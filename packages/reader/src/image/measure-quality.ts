import type { GreyImage } from './grey-image.ts';
import { shrinkImage } from './shrink-image.ts';

// looked up once, since they run for every pixel
const { abs, floor, max, min } = Math;

/** What is good or bad about a photo of print, each as a number. */
export type Quality = {
  /** Grey of its lighter parts, the paper, 0 to 255. */
  paper: number;
  /** How much darker ink is than the paper around it, as a share of the paper's grey. */
  contrast: number;
  /** Of the change across the edges of letters, how much happens from one pixel to the next: near 1 sharp, near 0 blurred. */
  sharpness: number;
  /** Share of the photo that is burnt out while its paper is not. */
  glare: number;
};

const side = 48;
const inkPercentile = 0.02;
const strongBlocks = 0.15;
const burntOut = 252;
const whitePaper = 236;

/** Measures a photo, or a page cut out of one, in its own pixels. */
export function measureQuality(image: GreyImage): Quality {
  const small = shrinkImage(image, 400);
  const sorted = Uint8Array.from(small.data).sort();
  const at = (share: number): number => sorted[min(sorted.length - 1, floor(share * sorted.length))] ?? 0;
  const blocks = measureBlocks(image).sort((a, b) => b.contrast - a.contrast);
  // the blocks with the clearest print; the rest is empty paper and ground
  const best = blocks.slice(0, max(1, floor(strongBlocks * blocks.length)));
  const middle = best[floor(best.length / 2)] ?? { contrast: 0, sharpness: 0 };
  const sharpness = best.map((block) => block.sharpness).sort((a, b) => b - a)[floor(best.length / 4)] ?? 0;
  const paper = at(0.8);
  const glare = at(0.5) > whitePaper ? 0 : burntShare(small);
  return { paper, contrast: middle.contrast, sharpness, glare };
}

function measureBlocks(image: GreyImage): { contrast: number; sharpness: number }[] {
  const { data, width, height } = image;
  const found: { contrast: number; sharpness: number }[] = [];
  const step = max(side, floor(max(width, height) / 40));
  for (let top = 0; top + side <= height; top += step) {
    for (let left = 0; left + side <= width; left += step) {
      const counts = new Uint16Array(256);
      let steepest = 0;
      for (let y = top; y < top + side; y++) {
        for (let x = left, i = y * width + left; x < left + side; x++, i++) {
          const grey = data[i] ?? 0;
          counts[grey] = (counts[grey] ?? 0) + 1;
          if (x > left) steepest = max(steepest, abs(grey - (data[i - 1] ?? 0)));
        }
      }
      const [ink, paper] = [greyAt(counts, inkPercentile), greyAt(counts, 0.8)];
      const range = paper - ink;
      if (range > 0) found.push({ contrast: range / max(24, paper), sharpness: min(1, steepest / range) });
    }
  }
  return found;
}

function greyAt(counts: Uint16Array, share: number): number {
  let left = share * side * side;
  for (let grey = 0; grey < 256; grey++) {
    left -= counts[grey] ?? 0;
    if (left < 0) return grey;
  }
  return 255;
}

function burntShare({ data }: GreyImage): number {
  return data.reduce((sum, grey) => sum + (grey >= burntOut ? 1 : 0), 0) / data.length;
}
