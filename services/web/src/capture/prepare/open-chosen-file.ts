import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { detectImageType } from '@ticket-pros/strip-metadata/detect-image-type';
import { ImageFormatError } from '@ticket-pros/strip-metadata/image-format-error';
import { readImageSize } from '@ticket-pros/strip-metadata/read-image-size';
import { type StrippedImage, stripMetadata } from '@ticket-pros/strip-metadata/strip-metadata';
import { drawJpeg } from './draw-jpeg.ts';
import { hashPhoto } from './hash-photo.ts';
import { type PhotoProblem, PhotoProblemError } from './photo-problem.ts';
import { problemOf, splitFile } from './split-file.ts';

/** A page as it will be kept and sent: metadata taken out, the SHA-256 of these very bytes. */
export interface PreparedPage {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: StrippedImage['mediaType'];
  sha256: string;
  /** A JPEG of at most 240 pixels a side; null where this browser can't draw the page. */
  thumbnail: Uint8Array<ArrayBuffer> | null;
}

export interface ChosenFile {
  pages: number;
  /** The pages in order, each made only when it is asked for. Throws `PhotoProblemError`. To be gone through once. */
  readPages: () => AsyncGenerator<PreparedPage>;
  /** To be called where the pages are not wanted. */
  close: () => void;
}

const thumbnailSide = 240;
const jpegQuality = 0.92;
/** Of a file of several pages, which is taken page by page. */
const largestFile = 100 * 1024 * 1024;
const mostPages = 100;
/** Safari draws larger pictures as nothing, without a word. */
const mostPixelsDrawn = 16_000_000;
/** Enough to tell what a file is. */
const headLength = 1024;

/** Looks into a chosen file: how many pages it has, or why none of it can be sent. The file itself is never kept. */
export async function openChosenFile(file: File): Promise<ChosenFile | { problem: PhotoProblem }> {
  try {
    const mediaType = detectImageType(await readBytes(file.slice(0, headLength)));
    if (mediaType === undefined) return { problem: 'notAPhoto' };
    const mayHavePages = mediaType === 'image/tiff' || mediaType === 'application/pdf';
    if (file.size > (mayHavePages ? largestFile : uploadLimits.bytesPerImage)) return { problem: 'tooLarge' };
    if (mayHavePages) return await openPages(file);
  } catch (error) {
    if (error instanceof PhotoProblemError) return { problem: error.problem };
    throw error;
  }
  return {
    pages: 1,
    async *readPages() {
      yield await preparePage(await stripPhoto(file));
    },
    close: () => {},
  };
}

async function openPages(file: File): Promise<ChosenFile | { problem: PhotoProblem }> {
  const split = await splitFile(await readBytes(file));
  if (split.pages > mostPages) {
    split.close();
    return { problem: 'tooManyPages' };
  }
  return {
    pages: split.pages,
    async *readPages() {
      try {
        for (let page = 0; page < split.pages; page++) yield await preparePage(await split.readPage(page));
      } finally {
        split.close();
      }
    },
    close: split.close,
  };
}

async function stripPhoto(file: File): Promise<StrippedImage> {
  const bytes = await readBytes(file);
  try {
    const stripped = await stripMetadata(bytes);
    return stripped.mediaType === 'image/heic' ? await toJpeg(stripped) : stripped;
  } catch (error) {
    if (error instanceof ImageFormatError) throw new PhotoProblemError(problemOf(error.code), error);
    throw error;
  }
}

/** A JPEG of the same picture where this browser can decode HEIC; else the HEIC, which the server reads too. */
async function toJpeg(heic: StrippedImage): Promise<StrippedImage> {
  const { width, height } = await readImageSize(heic.bytes);
  if (width * height > mostPixelsDrawn) return heic;
  const drawn = await drawJpeg(new Blob([heic.bytes], { type: heic.mediaType }), { quality: jpegQuality });
  return drawn === null ? heic : await stripMetadata(drawn);
}

async function preparePage({ bytes, mediaType }: StrippedImage): Promise<PreparedPage> {
  if (bytes.length > uploadLimits.bytesPerImage) throw new PhotoProblemError('tooLarge');
  const picture = new Blob([bytes], { type: mediaType });
  const thumbnail = await drawJpeg(picture, { quality: 0.7, longestSide: thumbnailSide });
  return { bytes, mediaType, sha256: await hashPhoto(bytes), thumbnail };
}

async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  // Gone between choosing and reading, as with a photo that lives in a cloud gallery.
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    throw new PhotoProblemError('damaged', error);
  });
  if (bytes.byteLength === 0) throw new PhotoProblemError('damaged');
  return new Uint8Array(bytes);
}
