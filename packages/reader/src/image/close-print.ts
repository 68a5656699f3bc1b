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
  const values = Float32Array.from(data, (grey) => scale[grey] ?? 0);
  const lightest = slide(values, width, height, reach, max, Number.NEGATIVE_INFINITY);
  return { values: slide(lightest, width, height, reach, min, Number.POSITIVE_INFINITY), width, height };
}

/** The largest or smallest value in the square around each pixel. */
function slide(
  values: Float32Array,
  width: number,
  height: number,
  reach: number,
  pick: (a: number, b: number) => number,
  least: number,
): Float32Array {
  const across = new Float32Array(values.length);
  const down = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let picked = least;
      const end = min(width - 1, x + reach);
      for (let at = max(0, x - reach); at <= end; at++) picked = pick(picked, values[y * width + at] ?? least);
      across[y * width + x] = picked;
    }
  }
  for (let y = 0; y < height; y++) {
    const end = min(height - 1, y + reach);
    for (let x = 0; x < width; x++) {
      let picked = least;
      for (let at = max(0, y - reach); at <= end; at++) picked = pick(picked, across[at * width + x] ?? least);
      down[y * width + x] = picked;
    }
  }
  return down;
}
