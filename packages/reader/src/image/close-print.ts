import type { GreyImage } from './grey-image.ts';

// looked up once, since they run for every pixel
const { log, max, min } = Math;

/** Brightness of each pixel on a scale on which equal steps are equal ratios, so that dim light changes no contrast. */
export type LightField = { readonly values: Float32Array; readonly width: number; readonly height: number };

/** Keeps noise in black corners from looking like contrast. */
const darkness = 6;

/**
 * The light of a small picture with everything dark and thinner than `2 × reach` pixels filled in: print and ruled lines vanish
 * from paper, and the edges of sheets stay where they are.
 */
export function closePrint({ data, width, height }: GreyImage, reach: number): LightField {
  const scale = Float32Array.from({ length: 256 }, (_, grey) => log(grey + darkness));
  const values = new Float32Array(data.length);
  for (let at = 0; at < data.length; at++) values[at] = scale[data[at] ?? 0] ?? 0;
  const lightest = largestAround(values, width, height, reach);
  // the smallest around each pixel is what is largest with all signs turned
  const closed = turnSigns(largestAround(turnSigns(lightest), width, height, reach));
  return { values: closed, width, height };
}

function turnSigns(values: Float32Array): Float32Array {
  for (let at = 0; at < values.length; at++) values[at] = -(values[at] ?? 0);
  return values;
}

/** The largest value in the square around each pixel, `reach` pixels to every side. */
function largestAround(values: Float32Array, width: number, height: number, reach: number): Float32Array {
  const across = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const end = row + min(width - 1, x + reach);
      let largest = values[row + x] ?? 0;
      for (let at = row + max(0, x - reach); at <= end; at++) {
        const value = values[at] ?? 0;
        if (value > largest) largest = value;
      }
      across[row + x] = largest;
    }
  }
  const down = new Float32Array(across);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let other = max(0, y - reach); other <= min(height - 1, y + reach); other++) {
      const from = other * width;
      for (let x = 0; x < width; x++) {
        const value = across[from + x] ?? 0;
        if (value > (down[row + x] ?? 0)) down[row + x] = value;
      }
    }
  }
  return down;
}
