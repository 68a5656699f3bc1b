import { type Orientation, swapsSides } from './exif/orientation.ts';
import { expectOnePage, openFile } from './open-file.ts';

/** Sides in pixels as the image is seen, that is after its orientation was applied. */
export type ImageSize = { width: number; height: number; orientation: Orientation };

/**
 * The size that an image says it has, read from its header without decoding, so that a few bytes that claim billions of
 * pixels can be refused; of a PDF, the size that the reader draws it in. Rejects with `ImageFormatError` like
 * `stripMetadata`.
 */
export async function readImageSize(bytes: Uint8Array): Promise<ImageSize> {
  const file = await openFile(bytes);
  expectOnePage(file);
  const { width, height, orientation } = file.readSize(0);
  return swapsSides(orientation) ? { width: height, height: width, orientation } : { width, height, orientation };
}
