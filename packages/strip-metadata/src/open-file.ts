import { detectImageType } from './detect-image-type.ts';
import { ImageFormatError } from './image-format-error.ts';
import { readJpegHeader } from './jpeg/read-jpeg-header.ts';
import { stripJpeg } from './jpeg/strip-jpeg.ts';
import type { OpenedFile } from './opened-file.ts';
import { readPngHeader } from './png/read-png-header.ts';
import { stripPng } from './png/strip-png.ts';
import { readWebpParts } from './webp/read-webp-parts.ts';
import { stripWebp } from './webp/strip-webp.ts';

/**
 * Opens a file that a ticket's pages may come in. What cameras of phones rarely make is loaded only when it comes, so that
 * the capture page stays small. Throws `ImageFormatError`.
 */
export async function openFile(bytes: Uint8Array): Promise<OpenedFile> {
  const mediaType = detectImageType(bytes);
  const onePage = { pages: 1, mediaType: mediaType ?? 'image/jpeg' };
  switch (mediaType) {
    case 'image/jpeg':
      return { ...onePage, readSize: () => readJpegHeader(bytes), stripPage: () => stripJpeg(bytes) };
    case 'image/png':
      return { ...onePage, readSize: () => readPngHeader(bytes), stripPage: () => stripPng(bytes) };
    case 'image/webp':
      return { ...onePage, readSize: () => readWebpParts(bytes), stripPage: () => stripWebp(bytes) };
    case 'image/heic':
    case 'image/avif':
      return (await import('./heif/open-heif.ts')).openHeif(bytes);
    case 'image/tiff':
      return (await import('./tiff/open-tiff.ts')).openTiff(bytes);
    case 'application/pdf':
      return (await import('./pdf/open-pdf.ts')).openPdf(bytes);
    case undefined:
      throw new ImageFormatError('unsupported_image', 'This is no JPEG, PNG, WebP, HEIC, AVIF, TIFF or PDF.');
  }
}

/** Throws `several_pages` unless the file is one page. */
export function expectOnePage({ pages }: OpenedFile): void {
  if (pages !== 1) throw new ImageFormatError('several_pages', `The file has ${pages} pages.`);
}
