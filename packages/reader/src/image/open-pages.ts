import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { DecodeRefusal, type OpenFile } from './decoder.ts';
import type { GreyImage } from './grey-image.ts';
import { openInThread } from './open-in-thread.ts';
import { openRaster } from './open-raster.ts';
import { sniffFormat } from './sniff-format.ts';
import { UnreadableImageError } from './unreadable-image-error.ts';

/** AVIF takes three times the memory of JPEG to decode, and no camera makes such large ones. */
const pixelsPerAvif = 24_000_000;
const limits = { pixelsPerPage: uploadLimits.pixelsPerImage, pages: uploadLimits.imagesPerTicket };

/**
 * The pages of an image file, one after the other, as upright grey pixels: one of a photo, several of a PDF or TIFF. Its bytes
 * say what the file is. Bytes, pages and pixels are limited before anything is decoded.
 * @throws UnreadableImageError with the reason; `image` names the file in it.
 */
export async function* openPages(bytes: Uint8Array, image: number): AsyncGenerator<GreyImage, void, void> {
  let file: OpenFile | null = null;
  try {
    file = await openFile(bytes);
    if (file.pages < 1) throw new DecodeRefusal('file_empty');
    if (file.pages > limits.pages) throw new DecodeRefusal('too_many_pages');
    for (let page = 0; page < file.pages; page++) yield await file.readPage(page);
  } catch (error) {
    throw toUnreadable(error, image);
  } finally {
    await file?.close();
  }
}

function openFile(bytes: Uint8Array): Promise<OpenFile> {
  if (bytes.byteLength === 0) throw new DecodeRefusal('file_empty');
  if (bytes.byteLength > uploadLimits.bytesPerImage) throw new DecodeRefusal('file_too_large');
  const format = sniffFormat(bytes);
  if (format === null) throw new DecodeRefusal('unknown_format');
  if (format === 'heic' || format === 'pdf') return openInThread(format, bytes, limits);
  return openRaster(format, bytes, format === 'avif' ? { ...limits, pixelsPerPage: pixelsPerAvif } : limits);
}

/** Whatever else a decoder throws, it threw at these bytes. */
function toUnreadable(error: unknown, image: number): UnreadableImageError {
  const reason = error instanceof DecodeRefusal ? error.reason : 'image_damaged';
  return new UnreadableImageError(image, reason, error);
}
