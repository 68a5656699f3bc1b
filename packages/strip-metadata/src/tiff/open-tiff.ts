import type { Orientation } from '../exif/orientation.ts';
import { ImageFormatError } from '../image-format-error.ts';
import type { OpenedFile } from '../opened-file.ts';
import { readNumber, readTiffPages } from './read-tiff-pages.ts';
import { stripTiffPage } from './strip-tiff-page.ts';
import { tiffTag } from './tiff-tags.ts';

const orientations: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** Opens a TIFF; each of its pages becomes a TIFF of its own. */
export function openTiff(bytes: Uint8Array): OpenedFile {
  const pages = readTiffPages(bytes);
  if (pages.length === 0) throw new ImageFormatError('unsupported_image', 'The TIFF holds no page.');
  const pageAt = (index: number) => {
    const page = pages[index];
    if (page === undefined) throw new RangeError(`There is no page ${index}.`);
    return page;
  };
  return {
    pages: pages.length,
    mediaType: 'image/tiff',
    readSize(index) {
      const page = pageAt(index);
      const stored = readNumber(page, tiffTag.orientation, 1);
      return {
        width: readNumber(page, tiffTag.width),
        height: readNumber(page, tiffTag.height),
        orientation: orientations.find((orientation) => orientation === stored) ?? 1,
      };
    },
    stripPage: (index) => stripTiffPage(bytes, pageAt(index)),
  };
}
