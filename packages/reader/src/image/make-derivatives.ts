import type { PhotoFailure } from '@ticket-pros/contracts/failure-code';
import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import sharp, { type Sharp } from 'sharp';
import { DecodeRefusal } from './decoder.ts';
import { decodeImage } from './open-image.ts';
import { openInThread } from './open-in-thread.ts';
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
    const open = await openColors(image);
    const { autoOrient } = await open().metadata();
    const display = await shrink(open(), displayLongSide, 82);
    const thumbnail = await shrink(decodeImage(display), thumbnailLongSide, 75);
    return { display, thumbnail, width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    if (error instanceof DecodeRefusal) throw new UnreadableImageError(0, error.reason, error);
    throw new UnreadableImageError(0, reasonOf(error, image), error);
  }
}

function reasonOf(error: unknown, image: Uint8Array): PhotoFailure {
  if (image.byteLength === 0) return 'file_empty';
  if (sniffFormat(image) === null) return 'unknown_format';
  return error instanceof Error && error.message.includes('pixel limit') ? 'too_many_pixels' : 'image_damaged';
}

/** What opens the picture in colour: a page of a PDF or a HEIC is decoded once, in a thread of its own. */
async function openColors(image: Uint8Array): Promise<() => Sharp> {
  const format = image.byteLength === 0 ? null : sniffFormat(image);
  if (format !== 'heic' && format !== 'pdf') return () => decodeImage(image);
  const limits = { pixelsPerPage: uploadLimits.pixelsPerImage, pages: 1 };
  const file = await openInThread(format, image, limits, 'color');
  try {
    const { data, width, height } = await file.readPage(0);
    return () => sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: uploadLimits.pixelsPerImage });
  } finally {
    await file.close();
  }
}

function shrink(picture: Sharp, longSide: number, quality: number): Promise<Uint8Array> {
  return picture
    .autoOrient()
    .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality, mozjpeg: false })
    .toBuffer();
}
