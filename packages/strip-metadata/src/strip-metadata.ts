import { detectImageType, type ImageMediaType } from './detect-image-type.ts';
import { ImageFormatError } from './image-format-error.ts';
import { stripJpeg } from './jpeg/strip-jpeg.ts';
import { stripPng } from './png/strip-png.ts';
import { stripWebp } from './webp/strip-webp.ts';

export type StrippedImage = { bytes: Uint8Array<ArrayBuffer>; mediaType: ImageMediaType };

const strippers = { 'image/jpeg': stripJpeg, 'image/png': stripPng, 'image/webp': stripWebp } as const;

/**
 * Takes everything out of an image that is not its picture: position, times, device, texts, thumbnails, further
 * pictures, and whatever hangs on behind (promise TP-2). Only parts known to make the picture are kept, the pixels as
 * they are; the orientation is kept, and the colour profile without its texts. Stripping twice is the same as once.
 *
 * Throws `ImageFormatError`: `unsupported_image` when the bytes are no still JPEG, PNG or WebP, `image_damaged` when
 * they are cut or contradict themselves. The input is not changed. Time and memory grow with the input's length,
 * whatever it claims inside.
 */
export function stripMetadata(bytes: Uint8Array): StrippedImage {
  const mediaType = detectImageType(bytes);
  if (mediaType === undefined) throw new ImageFormatError('unsupported_image', 'This is no JPEG, PNG or WebP.');
  return { bytes: strippers[mediaType](bytes), mediaType };
}
