import type { ImageMediaType } from './detect-image-type.ts';
import type { Orientation } from './exif/orientation.ts';

/** A file that may have several pages, counted from 0. Its methods throw `ImageFormatError`. */
export type OpenedFile = {
  pages: number;
  mediaType: ImageMediaType;
  /** Sides in pixels as stored, before `orientation` is applied. */
  readSize(page: number): { width: number; height: number; orientation: Orientation };
  /** A file of the same format that holds this page alone, without metadata. */
  stripPage(page: number): Uint8Array<ArrayBuffer>;
};
