import type { ImageMediaType } from './detect-image-type.ts';
import { expectOnePage, openFile } from './open-file.ts';

export type StrippedImage = { bytes: Uint8Array<ArrayBuffer>; mediaType: ImageMediaType };

/**
 * Takes everything out of an image that is not its picture: position, times, device, texts, thumbnails, further
 * pictures, and whatever hangs on behind (promise TP-2). Only parts known to make the picture are kept, the pixels as
 * they are; the orientation is kept, and the colour profile without its texts. Stripping twice is the same as once.
 *
 * Rejects with `ImageFormatError`: `unsupported_image` when the bytes are nothing that we take, `image_damaged` when
 * they are cut or contradict themselves, `several_pages` when they are to be split first (open-file.ts), `file_locked`.
 * The input is not changed. Time and memory grow with the input's length, whatever it claims inside.
 */
export async function stripMetadata(bytes: Uint8Array): Promise<StrippedImage> {
  const file = await openFile(bytes);
  expectOnePage(file);
  return { bytes: file.stripPage(0), mediaType: file.mediaType };
}
