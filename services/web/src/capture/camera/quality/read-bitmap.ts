import type { GreyFrame } from '../outline/grey-frame.ts';
import type { PhotoPixels } from './photo-pixels.ts';

/** The pixels of a photo that the browser has opened. Only what is asked for is read back; runs in a worker as well. */
export function readBitmap(bitmap: ImageBitmap): PhotoPixels {
  const { width, height } = bitmap;
  return {
    width,
    height,
    shrink(longSide) {
      const factor = Math.min(1, longSide / Math.max(width, height));
      const [toWidth, toHeight] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
      return readGrey(toWidth, toHeight, (context) => context.drawImage(bitmap, 0, 0, toWidth, toHeight));
    },
    cut(corners, side) {
      if (corners.length === 0) return [];
      const strip = readGrey(side, side * corners.length, (context) => {
        for (const [i, { left, top }] of corners.entries()) {
          context.drawImage(bitmap, left, top, side, side, 0, i * side, side, side);
        }
      });
      const size = side * side;
      return corners.map((_, i) => ({
        data: strip.data.subarray(i * size, (i + 1) * size),
        width: side,
        height: side,
      }));
    },
  };
}

function readGrey(
  width: number,
  height: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
): GreyFrame {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error('No canvas to look at the photo with');
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'medium';
  draw(context);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += 4) {
    grey[at] = (77 * (data[from] ?? 0) + 150 * (data[from + 1] ?? 0) + 29 * (data[from + 2] ?? 0)) >> 8;
  }
  return { data: grey, width, height };
}
