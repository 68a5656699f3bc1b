import sharp from 'sharp';
import type { GreyFrame } from '../outline/grey-frame.ts';
import type { PhotoPixels } from '../quality/photo-pixels.ts';

/** A photo as the quality gate sees it, opened without a browser. */
export async function readPhotoPixels(photo: Buffer | string): Promise<PhotoPixels> {
  const upright = await sharp(photo).rotate().greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = upright.info;
  const smaller = new Map<number, GreyFrame>();
  for (const side of [800, 160]) {
    const { data, info } = await sharp(photo)
      .rotate()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    smaller.set(side, { data, width: info.width, height: info.height });
  }
  return {
    width,
    height,
    shrink: (longSide) => {
      const frame = smaller.get(longSide);
      if (frame === undefined) throw new Error(`No copy of ${longSide} pixels was made`);
      return frame;
    },
    cut: (corners, side) =>
      corners.map(({ left, top }) => {
        const data = new Uint8Array(side * side);
        for (let y = 0; y < side; y++) {
          const from = (top + y) * width + left;
          data.set(upright.data.subarray(from, from + side), y * side);
        }
        return { data, width: side, height: side };
      }),
  };
}
