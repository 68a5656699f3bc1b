import type { PhotoFailure } from '@ticket-pros/contracts/failure-code';
import { decodeImage } from './open-image.ts';
import { sniffFormat } from './sniff-format.ts';
import { UnreadableImageError } from './unreadable-image-error.ts';

const displayLongSide = 2000;
const thumbnailLongSide = 360;

export type Derivatives = {
  /** JPEG for the review page, long side at most 2000 pixels. */
  display: Uint8Array;
  /** JPEG for lists, long side at most 360 pixels. */
  thumbnail: Uint8Array;
  /** Size of the upright original, in pixels: what boxes are measured in. */
  width: number;
  height: number;
};

/**
 * Makes the smaller copies of a stored image: upright, no larger than the original, with no metadata of any kind.
 * @throws UnreadableImageError where the image can't be decoded in full.
 */
export async function makeDerivatives(image: Uint8Array): Promise<Derivatives> {
  try {
    const { autoOrient } = await decodeImage(image).metadata();
    const display = await shrink(image, displayLongSide, 82);
    const thumbnail = await shrink(display, thumbnailLongSide, 75);
    return { display, thumbnail, width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    throw new UnreadableImageError(0, reasonOf(error, image), error);
  }
}

function reasonOf(error: unknown, image: Uint8Array): PhotoFailure {
  if (image.byteLength === 0) return 'file_empty';
  if (sniffFormat(image) === null) return 'unknown_format';
  return error instanceof Error && error.message.includes('pixel limit') ? 'too_many_pixels' : 'image_damaged';
}

function shrink(image: Uint8Array, longSide: number, quality: number): Promise<Uint8Array> {
  return decodeImage(image)
    .autoOrient()
    .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality, mozjpeg: false })
    .toBuffer();
}
