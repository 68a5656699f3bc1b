import type { GreyImage, Quad } from '../image/grey-image.ts';
import type { Homography } from '../image/map-points.ts';

/** What an engine took a sign for, and what else it may be, the likeliest first. */
export type Character = {
  text: string;
  confidence: number;
  alternatives: readonly { text: string; confidence: number }[];
};

/**
 * What a recognizer made of a line, step by step from its left end: `costs[step * (signs.length + 1) + class]` is how
 * unlikely a class is at that step, `-log(chance) * costsToNat`, rounded, at most 255. Class 0 is no sign, class n is
 * `signs[n - 1]`.
 */
export type LineChances = { signs: readonly string[]; costs: Uint8Array };
export const costsToNat = 12;

/** The steps of its line that a word takes: `from`, and up to but without `to`. */
export type WordChances = { line: LineChances; from: number; to: number };

/**
 * A word on a flattened page, in that page's pixels: its four corners, clockwise from the top left one as it is read,
 * and its signs, one after the other. Confidence is 0 to 1. Not every engine tells the chances of what else it may be.
 */
export type EngineWord = {
  text: string;
  confidence: number;
  line: number;
  quad: Quad;
  characters: readonly Character[];
  chances?: WordChances | undefined;
};

/** The words of a page that was turned and flattened so that its lines run level, and the way back to the photo. */
export type PageText = { words: EngineWord[]; toUpright: Homography };

/** Asked again and again during long work; once it is true, the work ends with a StoppedError. */
export type ShouldStop = () => boolean;

export class StoppedError extends Error {
  override readonly name = 'StoppedError';

  constructor() {
    super('The reading was stopped.');
  }
}

/**
 * What turns an upright photo of a page into words. An engine holds memory until it is closed and reads one page at a
 * time; pages given meanwhile wait.
 */
export type TextEngine = {
  readonly name: string;
  readonly version: string;
  readPage: (photo: GreyImage, shouldStop?: ShouldStop) => Promise<PageText>;
  close: () => Promise<void>;
};
