import type { GreyImage } from '../../image/grey-image.ts';
import { openTesseract } from '../tesseract/open-tesseract.ts';

/** Another engine that reads single lines, and knows nothing of what the first one read. */
export type SecondOpinion = {
  /** As an engine is called; it gives no second opinion on itself. */
  readonly name: string;
  readLine: (line: GreyImage) => Promise<string>;
  close: () => Promise<void>;
};

/** Tesseract as second opinion on English print. It is started with the first line. */
export function createSecondOpinion(): SecondOpinion {
  const tesseract = openTesseract('eng');
  return {
    name: 'tesseract.js',
    async readLine(line) {
      const words = await tesseract.recognize(line, 'line');
      return words.map(({ text }) => text).join(' ');
    },
    close: tesseract.close,
  };
}
