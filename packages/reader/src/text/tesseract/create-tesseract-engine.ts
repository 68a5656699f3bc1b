import { StoppedError, type TextEngine } from '../text-engine.ts';
import { openTesseract } from './open-tesseract.ts';
import { recognizePage } from './recognize-page.ts';

/**
 * Tesseract as the engine that reads pages, in the given language, such as `spa`. Nothing is fetched: its data
 * comes from installed packages. Pages given at the same time are read one after the other.
 */
export function createTesseractEngine(language = 'eng'): TextEngine {
  const tesseract = openTesseract(language);
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  return {
    name: 'tesseract.js',
    version: language === 'eng' ? '7.0.0' : `7.0.0 ${language}`,
    readPage: (photo, shouldStop) =>
      inTurn(() =>
        recognizePage(photo, (image, layout) => {
          if (shouldStop?.()) throw new StoppedError();
          return tesseract.recognize(image, layout);
        }),
      ),
    close: () => inTurn(tesseract.close),
  };
}
