import type { PhotoFailure } from '@ticket-pros/contracts/failure-code';
import type { GreyImage } from './grey-image.ts';

/** A file that was opened; pages are decoded one at a time, so that no more than one is in memory. */
export type OpenFile = {
  readonly pages: number;
  /** Decodes a page, from 0, upright. */
  readPage: (page: number) => Promise<GreyImage>;
  close: () => Promise<void>;
};

/** Grey to be read, one byte a pixel; in colour to be looked at, four (red, green, blue, alpha). */
export type PixelKind = 'grey' | 'color';

export type DecodeLimits = { pixelsPerPage: number; pages: number };

/** A decoder's no, with its reason. */
export class DecodeRefusal extends Error {
  readonly reason: PhotoFailure;

  constructor(reason: PhotoFailure, cause?: unknown) {
    super(reason, { cause });
    this.name = 'DecodeRefusal';
    this.reason = reason;
  }
}
