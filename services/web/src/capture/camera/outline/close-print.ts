import type { GreyFrame } from './grey-frame.ts';

/** Keeps noise in black corners from looking like contrast. */
const darkness = 6;
const reach = 2;

/**
 * Brightness on a scale on which equal steps are equal ratios, with everything dark and thin filled in: print and ruled lines
 * vanish from the paper, the edges of the paper stay.
 */
export function closePrint({ data, width, height }: GreyFrame): Float32Array {
  const scale = Float32Array.from({ length: 256 }, (_, grey) => Math.log(grey + darkness));
  const light = Float32Array.from(data, (grey) => scale[grey] ?? 0);
  const largest = spread(light, width, height, Math.max);
  return spread(largest, width, height, Math.min);
}

/** Each pixel becomes the largest (or smallest) of the square around it. */
function spread(
  values: Float32Array,
  width: number,
  height: number,
  pick: (one: number, other: number) => number,
): Float32Array {
  const across = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const row = y * width;
      let picked = values[row + x] ?? 0;
      for (let near = Math.max(0, x - reach); near <= Math.min(width - 1, x + reach); near++) {
        picked = pick(picked, values[row + near] ?? 0);
      }
      across[row + x] = picked;
    }
  }
  const down = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let picked = across[y * width + x] ?? 0;
      for (let near = Math.max(0, y - reach); near <= Math.min(height - 1, y + reach); near++) {
        picked = pick(picked, across[near * width + x] ?? 0);
      }
      down[y * width + x] = picked;
    }
  }
  return down;
}
