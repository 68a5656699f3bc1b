import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { ImageFormatError } from '@ticket-pros/strip-metadata/image-format-error';
import { type StrippedImage, stripMetadata } from '@ticket-pros/strip-metadata/strip-metadata';
import { drawJpeg } from './draw-jpeg.ts';
import { hashPhoto } from './hash-photo.ts';
import { type PhotoProblem, PhotoProblemError } from './photo-problem.ts';

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
  /** The pages in order, each made only when it is asked for. Throws `PhotoProblemError`. */
  readPages: () => AsyncGenerator<PreparedPage>;
}

const thumbnailSide = 240;

/** Looks into a chosen file: how many pages it has, or why none of it can be sent. The file itself is never kept. */
export async function openChosenFile(file: File): Promise<ChosenFile | { problem: PhotoProblem }> {
  if (file.size > uploadLimits.bytesPerImage) return { problem: 'tooLarge' };
  return {
    pages: 1,
    async *readPages() {
      yield await preparePage(await stripFile(file));
    },
  };
}

async function stripFile(file: File): Promise<StrippedImage> {
  // Gone between choosing and reading, as with a photo that lives in a cloud gallery.
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    throw new PhotoProblemError('damaged', error);
  });
  if (bytes.byteLength === 0) throw new PhotoProblemError('damaged');
  try {
    return await stripMetadata(new Uint8Array(bytes));
  } catch (error) {
    const damaged = error instanceof ImageFormatError && error.code === 'image_damaged';
    throw new PhotoProblemError(damaged ? 'damaged' : 'notAPhoto', error);
  }
}

async function preparePage({ bytes, mediaType }: StrippedImage): Promise<PreparedPage> {
  const picture = new Blob([bytes], { type: mediaType });
  const thumbnail = await drawJpeg(picture, { quality: 0.7, longestSide: thumbnailSide });
  return { bytes, mediaType, sha256: await hashPhoto(bytes), thumbnail };
}
