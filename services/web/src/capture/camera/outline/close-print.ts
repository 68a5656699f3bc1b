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
  const light = new Float32Array(data.length);
  for (let at = 0; at < light.length; at++) light[at] = scale[data[at] ?? 0] ?? 0;
  const largest = largestAround(light, width, height);
  // The smallest around each pixel is the largest with all signs turned.
  return turnSigns(largestAround(turnSigns(largest), width, height));
}

function turnSigns(values: Float32Array): Float32Array {
  for (let at = 0; at < values.length; at++) values[at] = -(values[at] ?? 0);
  return values;
}

/** Each pixel becomes the largest of the square around it. */
function largestAround(values: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      let largest = values[row + x] ?? 0;
      for (let at = row + Math.max(0, x - reach); at <= row + Math.min(width - 1, x + reach); at++) {
        const value = values[at] ?? 0;
        if (value > largest) largest = value;
      }
      across[row + x] = largest;
    }
  }
  const down = new Float32Array(across);
  for (let y = 0; y < height; y++) {
    for (let near = Math.max(0, y - reach); near <= Math.min(height - 1, y + reach); near++) {
      for (let x = 0; x < width; x++) {
        const value = across[near * width + x] ?? 0;
        if (value > (down[y * width + x] ?? 0)) down[y * width + x] = value;
      }
    }
  }
  return down;
}
