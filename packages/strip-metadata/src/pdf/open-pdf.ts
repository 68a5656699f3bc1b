import { ImageFormatError } from '../image-format-error.ts';
import type { OpenedFile } from '../opened-file.ts';
import { openObjects, type PdfObjects } from './pdf-file.ts';
import { type PdfDirectory, readCrossReferences } from './read-cross-references.ts';
import { readPageSize } from './read-page-size.ts';
import { type PdfPage, readPdfPages } from './read-pdf-pages.ts';
import { searchObjects } from './search-objects.ts';
import { stripPdfPage } from './strip-pdf-page.ts';

type Opened = { objects: PdfObjects; pages: PdfPage[]; trailer: PdfDirectory['trailer'] };

/** Opens a PDF; each of its pages becomes a PDF of its own. */
export function openPdf(file: Uint8Array): OpenedFile {
  const bytes = file.subarray(findHeader(file));
  let opened = openPages(bytes, readCrossReferences);
  let isSearched = opened === undefined;
  opened ??= openPages(bytes, searchObjects);
  if (opened === undefined) throw new ImageFormatError('image_damaged', 'The PDF holds no page.');
  const readIn = <Answer>(index: number, read: (opened: Opened, page: PdfPage) => Answer): Answer => {
    const page = opened?.pages[index];
    if (opened === undefined || page === undefined) throw new ImageFormatError('image_damaged', 'A page is missing.');
    return read(opened, page);
  };
  /** Tries once more with objects that were looked for, where those of the file's own lists turn out to be others. */
  const attempt = <Answer>(index: number, read: (opened: Opened, page: PdfPage) => Answer): Answer => {
    try {
      return readIn(index, read);
    } catch (error) {
      if (isSearched || !(error instanceof ImageFormatError) || error.code !== 'image_damaged') throw error;
      isSearched = true;
      opened = openPages(bytes, searchObjects);
      return readIn(index, read);
    }
  };
  return {
    pages: opened.pages.length,
    mediaType: 'application/pdf',
    readSize: (index) => ({ ...attempt(index, ({ objects }, page) => readPageSize(page, objects)), orientation: 1 }),
    stripPage: (index) =>
      attempt(index, ({ objects, trailer }, page) =>
        stripPdfPage(page, trailer.get('Root') ?? null, objects, bytes.length),
      ),
  };
}

/** The pages that are found in one way; undefined where the file is too broken for it, or has none. */
function openPages(bytes: Uint8Array, find: (bytes: Uint8Array) => PdfDirectory): Opened | undefined {
  try {
    const { places, trailer } = find(bytes);
    const objects = openObjects(bytes, places);
    if (objects.resolve(trailer.get('Encrypt')) !== null) {
      throw new ImageFormatError('file_locked', 'The PDF is locked with a password.');
    }
    const pages = readPdfPages(trailer.get('Root') ?? null, objects);
    return pages.length === 0 ? undefined : { objects, pages, trailer };
  } catch (error) {
    if (error instanceof ImageFormatError && error.code === 'image_damaged') return undefined;
    throw error;
  }
}

/** Offsets count from the header, before which mail programs and scanners may have put bytes. */
function findHeader(bytes: Uint8Array): number {
  const header = [0x25, 0x50, 0x44, 0x46, 0x2d];
  for (let at = 0; at < bytes.length; at++) {
    if (header.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return 0;
}
