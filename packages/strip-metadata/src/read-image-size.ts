import { detectImageType } from './detect-image-type.ts';
import { type Orientation, swapsSides } from './exif/orientation.ts';
import { ImageFormatError } from './image-format-error.ts';
import { readJpegHeader } from './jpeg/read-jpeg-header.ts';
import { readPngHeader } from './png/read-png-header.ts';
import { readWebpParts } from './webp/read-webp-parts.ts';

/** Sides in pixels as the image is seen, that is after its orientation was applied. */
export type ImageSize = { width: number; height: number; orientation: Orientation };

const headerReaders = {
  'image/jpeg': readJpegHeader,
  'image/png': readPngHeader,
  'image/webp': readWebpParts,
} as const;

/**
 * The size that an image says it has, read from its header without decoding, so that a few bytes that claim billions of
 * pixels can be refused. Throws `ImageFormatError` like `stripMetadata`.
 */
export function readImageSize(bytes: Uint8Array): ImageSize {
  const mediaType = detectImageType(bytes);
  if (mediaType === undefined) throw new ImageFormatError('unsupported_image', 'This is no JPEG, PNG or WebP.');
  const { width, height, orientation } = headerReaders[mediaType](bytes);
  return swapsSides(orientation) ? { width: height, height: width, orientation } : { width, height, orientation };
}
