import type { GreyImage } from '../image/grey-image.ts';

/** A word as an engine saw it on the picture that it was given; box in that picture's pixels, confidence 0 to 1. */
export type EngineWord = {
  text: string;
  confidence: number;
  line: number;
  x: number;
  y: number;
  width: number;
  height: number;
};

/** `page`: find columns, lines and their order; `scattered`: find as much text as possible, wherever it stands. */
export type TextLayout = 'page' | 'scattered';

/** What turns pictures into words. An engine holds memory until it is closed and reads one picture at a time. */
export type TextEngine = {
  readonly name: string;
  readonly version: string;
  recognizeText: (image: GreyImage, layout: TextLayout) => Promise<EngineWord[]>;
  close: () => Promise<void>;
};
