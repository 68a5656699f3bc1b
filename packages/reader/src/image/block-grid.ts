import type { GreyImage } from './grey-image.ts';

// looked up once, since they run for every pixel
const { floor, max, min } = Math;

/** One number for each square block of a picture, row by row; at least 2 × 2 blocks. */
export type BlockGrid = { values: Float32Array; columns: number; rows: number };

/**
 * The grey that the share `percentile` of a block's pixels does not exceed, for every block (every second pixel is
 * counted).
 */
export function greyOfBlocks(image: GreyImage, blockSide: number, percentile: number): BlockGrid {
  const columns = max(2, Math.ceil(image.width / blockSide));
  const rows = max(2, Math.ceil(image.height / blockSide));
  const values = new Float32Array(columns * rows);
  for (let at = 0; at < values.length; at++) {
    const left = min((at % columns) * blockSide, image.width - 1);
    const top = min(floor(at / columns) * blockSide, image.height - 1);
    values[at] = greyOfBlock(image, left, top, blockSide, percentile);
  }
  return { values, columns, rows };
}

function greyOfBlock(image: GreyImage, left: number, top: number, side: number, percentile: number): number {
  const counts = new Uint16Array(256);
  const right = min(left + side, image.width);
  const bottom = min(top + side, image.height);
  let seen = 0;
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2, seen++) {
      const grey = image.data[y * image.width + x] ?? 0;
      counts[grey] = (counts[grey] ?? 0) + 1;
    }
  }
  let lighter = seen * (1 - percentile);
  for (let grey = 255; grey > 0; grey--) {
    lighter -= counts[grey] ?? 0;
    if (lighter <= 0) return grey;
  }
  return 0;
}

/** Each block's value replaced by what `pick` makes of the values up to `reach` blocks around it, its own included. */
export function overNeighbours(grid: BlockGrid, reach: number, pick: (values: number[]) => number): BlockGrid {
  const { columns, rows } = grid;
  const values = grid.values.map((_, at) => {
    const x = at % columns;
    const y = floor(at / columns);
    const around: number[] = [];
    for (let row = max(0, y - reach); row <= min(rows - 1, y + reach); row++) {
      for (let column = max(0, x - reach); column <= min(columns - 1, x + reach); column++) {
        around.push(grid.values[row * columns + column] ?? 0);
      }
    }
    return pick(around);
  });
  return { ...grid, values };
}

export function largest(values: number[]): number {
  return max(...values);
}

export function smallest(values: number[]): number {
  return min(...values);
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The largest but one, so that a single glossy block does not count for all around it. */
export function secondLargest(values: number[]): number {
  let [first, second] = [0, 0];
  for (const value of values) {
    if (value > first) [first, second] = [value, first];
    else if (value > second) second = value;
  }
  return second;
}
