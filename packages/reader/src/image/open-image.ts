import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import sharp, { type Sharp } from 'sharp';
import type { GreyImage } from './grey-image.ts';
import { openPages } from './open-pages.ts';
import { UnreadableImageError } from './unreadable-image-error.ts';

/**
 * A decoder for stored photos: the pixel limit holds before anything is decoded, and damaged data is an error, not
 * grey stripes.
 */
export function decodeImage(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: uploadLimits.pixelsPerImage, failOn: 'error' });
}

/**
 * Opens the first page of a file as upright grey pixels.
 * @throws UnreadableImageError with the reason; `page` names the image in it.
 */
export async function openImage(bytes: Uint8Array, page: number): Promise<GreyImage> {
  for await (const image of openPages(bytes, page)) return image;
  throw new UnreadableImageError(page, 'file_empty');
}
