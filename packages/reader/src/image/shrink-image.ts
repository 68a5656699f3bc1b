import type { GreyImage } from './grey-image.ts';

// looked up once, since they run for every pixel
const { max, round } = Math;

/** A smaller copy whose long side is at most `longSide` pixels, each pixel the mean of those it stands for. */
export function shrinkImage(image: GreyImage, longSide: number): GreyImage {
  const factor = max(1, max(image.width, image.height) / longSide);
  if (factor === 1) return image;
  const width = max(1, round(image.width / factor));
  const height = max(1, round(image.height / factor));
  const columnStart = Uint32Array.from({ length: width + 1 }, (_, x) => round((x * image.width) / width));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = round((y * image.height) / height);
    const bottom = round(((y + 1) * image.height) / height);
    for (let x = 0; x < width; x++) {
      const left = columnStart[x] ?? 0;
      const right = columnStart[x + 1] ?? image.width;
      let sum = 0;
      for (let row = top; row < bottom; row++) {
        const offset = row * image.width;
        for (let column = left; column < right; column++) sum += image.data[offset + column] ?? 0;
      }
      data[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { data, width, height };
}
