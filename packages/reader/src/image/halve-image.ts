import type { GreyImage } from './grey-image.ts';

// looked up once, since they run for every pixel
const { floor, max } = Math;

/** Half the width and height, each pixel the mean of four. */
export function halveImage({ data, width, height }: GreyImage): GreyImage {
  const half = { width: max(1, floor(width / 2)), height: max(1, floor(height / 2)) };
  const out = new Uint8Array(half.width * half.height);
  const [right, below] = [width > 1 ? 1 : 0, height > 1 ? width : 0];
  for (let y = 0, to = 0; y < half.height; y++) {
    for (let x = 0, from = 2 * y * width; x < half.width; x++, to++, from += 2) {
      const upper = (data[from] ?? 0) + (data[from + right] ?? 0);
      const lower = (data[from + below] ?? 0) + (data[from + below + right] ?? 0);
      out[to] = (upper + lower + 2) >> 2;
    }
  }
  return { data: out, ...half };
}
