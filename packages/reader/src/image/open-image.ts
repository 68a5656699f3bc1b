import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import sharp, { type Sharp } from 'sharp';
import type { GreyImage } from './grey-image.ts';
import { UnreadableImageError } from './unreadable-image-error.ts';

/**
 * A decoder for stored photos: the pixel limit holds before anything is decoded, and damaged data is an error, not
 * grey stripes.
 */
export function decodeImage(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: uploadLimits.pixelsPerImage, failOn: 'error' });
}

/**
 * Opens a JPEG, PNG or WebP as grey pixels, turned upright as its EXIF orientation says; transparent parts become
 * white.
 * @throws UnreadableImageError where the bytes can't be decoded in full; `page` names the image in it.
 */
export async function openImage(bytes: Uint8Array, page: number): Promise<GreyImage> {
  try {
    const { data, info } = await decodeImage(bytes)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .extractChannel(0)
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch (error) {
    throw new UnreadableImageError(page, error);
  }
}
