import type { GreyImage, Quad } from './grey-image.ts';
import { type Homography, rectangleToQuad } from './map-points.ts';

// looked up once, since they run for every pixel
const { floor, max, min, round } = Math;

export type FlatPage = {
  image: GreyImage;
  /** Takes a point of the flat page to the upright stored image. */
  toUpright: Homography;
};

/**
 * Cuts the page within `corners` out of a photo and pulls it straight, `scale` flat pixels to one of the photo,
 * sampled bilinearly. What lies outside the photo becomes white.
 */
export function flattenPage(photo: GreyImage, corners: Quad, scale: number): FlatPage {
  const { width, height } = flatSize(corners, scale);
  return warpQuad(photo, corners, width, height);
}

/** Pulls what lies within four corners of a photo onto a rectangle of the given size, sampled bilinearly. */
export function warpQuad(photo: GreyImage, corners: Quad, width: number, height: number): FlatPage {
  const toUpright = rectangleToQuad(width, height, corners);
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = toUpright;
  const source = photo.data;
  const stride = photo.width;
  const data = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const cy = y + 0.5;
    for (let x = 0; x < width; x++, at++) {
      const cx = x + 0.5;
      const w = 1 / (g * cx + h * cy + 1);
      const sx = (a * cx + b * cy + c) * w - 0.5;
      const sy = (d * cx + e * cy + f) * w - 0.5;
      const left = floor(sx);
      const top = floor(sy);
      if (left < 0 || top < 0 || left >= stride - 1 || top >= photo.height - 1) {
        data[at] = edgePixel(photo, left, top);
        continue;
      }
      const from = top * stride + left;
      const fx = sx - left;
      const fy = sy - top;
      const upper = (source[from] ?? 0) * (1 - fx) + (source[from + 1] ?? 0) * fx;
      const lower = (source[from + stride] ?? 0) * (1 - fx) + (source[from + stride + 1] ?? 0) * fx;
      data[at] = upper * (1 - fy) + lower * fy + 0.5;
    }
  }
  return { image: { data, width, height }, toUpright };
}

/** Size of the flat page: the mean of opposite sides, times `scale`. */
export function flatSize(corners: Quad, scale: number): { width: number; height: number } {
  const [tl, tr, br, bl] = corners;
  const width = (Math.hypot(tr.x - tl.x, tr.y - tl.y) + Math.hypot(br.x - bl.x, br.y - bl.y)) / 2;
  const height = (Math.hypot(bl.x - tl.x, bl.y - tl.y) + Math.hypot(br.x - tr.x, br.y - tr.y)) / 2;
  return { width: max(1, round(width * scale)), height: max(1, round(height * scale)) };
}

function edgePixel(photo: GreyImage, x: number, y: number): number {
  if (x < -1 || y < -1 || x >= photo.width || y >= photo.height) return 255;
  const column = min(max(x, 0), photo.width - 1);
  const row = min(max(y, 0), photo.height - 1);
  return photo.data[row * photo.width + column] ?? 255;
}
