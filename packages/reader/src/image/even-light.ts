import { type BlockGrid, greyOfBlocks, largest, mean, overNeighbours, secondLargest, smallest } from './block-grid.ts';
import type { GreyImage } from './grey-image.ts';

// looked up once, since they run for every pixel
const { floor, max, min } = Math;

const blockSide = 24;
const paperPercentile = 0.85;
/** Grey of evened paper, and the grey at which ink becomes black. */
const paperGrey = 240;
const inkGrey = 40;
/** A printed band is darker than this share of the paper around it, and at most twice this many blocks tall. */
const bandDarkness = 0.5;
const bandReach = 4;
/** Darker than this no paper is; it keeps noise in black corners from being blown up. */
const darkestPaper = 24;

/**
 * Divides out shadows, paper colour and vignetting: each pixel is measured against the paper around it, so that paper
 * becomes nearly white everywhere and ink keeps its contrast. Dark bands printed on the paper stay dark.
 */
export function evenLight(image: GreyImage): GreyImage {
  const { width, height, data } = image;
  const light = overNeighbours(greyOfBlocks(image, blockSide, paperPercentile), 1, secondLargest);
  const bridged = overNeighbours(overNeighbours(light, bandReach, largest), bandReach, smallest);
  const bare = light.values.map((level, at) => {
    const around = bridged.values[at] ?? level;
    return level < bandDarkness * around ? around : level;
  });
  const paper = overNeighbours(overNeighbours({ ...light, values: bare }, 1, mean), 1, mean);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const fromTop = min(max(y / blockSide - 0.5, 0), paper.rows - 1);
    const row = min(floor(fromTop), paper.rows - 2);
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const grey = data[at] ?? 0;
      const ofPaper = grey / paperAt(paper, x, row, fromTop - row);
      out[at] = min(255, max(0, ((ofPaper * paperGrey - inkGrey) * 255) / (paperGrey - inkGrey)));
    }
  }
  return { data: out, width, height };
}

/** The grey of paper at column `x`, between the block rows `row` and `row + 1` at `fy`, bilinear. */
function paperAt(paper: BlockGrid, x: number, row: number, fy: number): number {
  const { columns, values } = paper;
  const fromLeft = min(max(x / blockSide - 0.5, 0), columns - 1);
  const column = min(floor(fromLeft), columns - 2);
  const fx = fromLeft - column;
  const at = row * columns + column;
  const upper = (values[at] ?? 0) * (1 - fx) + (values[at + 1] ?? 0) * fx;
  const lower = (values[at + columns] ?? 0) * (1 - fx) + (values[at + columns + 1] ?? 0) * fx;
  return max(darkestPaper, upper * (1 - fy) + lower * fy);
}
