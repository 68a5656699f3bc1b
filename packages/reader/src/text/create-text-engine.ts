import { createPaddleEngine } from './paddle/create-paddle-engine.ts';
import { loadRuntime, NoNativeRuntimeError } from './paddle/load-runtime.ts';
import { englishModels, type Models } from './paddle/models.ts';
import { createTesseractEngine } from './tesseract/create-tesseract-engine.ts';
import type { TextEngine } from './text-engine.ts';

export type TextEngineOptions = {
  /** `best`: PP-OCR, and Tesseract where the native runtime of PP-OCR can't be loaded. */
  engine?: 'best' | 'paddle' | 'tesseract';
  /** By Tesseract's codes, such as `spa`. PP-OCR knows the signs of English alone, so that Tesseract reads all others. */
  language?: string;
  models?: Models;
  /** How the native runtime is loaded. */
  load?: typeof loadRuntime;
  /** Told once when Tesseract takes over, and why. */
  onFallback?: (reason: Error) => void;
};

/** The engine that reads pages. Nothing is loaded before the first page, and nothing is ever fetched. */
export function createTextEngine({
  engine = 'best',
  language = 'eng',
  models = englishModels,
  load = loadRuntime,
  onFallback,
}: TextEngineOptions = {}): TextEngine {
  if (engine === 'tesseract' || language !== 'eng') return createTesseractEngine(language);
  const paddle = createPaddleEngine({ models, load });
  return engine === 'paddle' ? paddle : withFallback(paddle, onFallback);
}

function withFallback(paddle: TextEngine, onFallback: TextEngineOptions['onFallback']): TextEngine {
  let current = paddle;
  return {
    get name() {
      return current.name;
    },
    get version() {
      return current.version;
    },
    async readPage(photo, shouldStop) {
      try {
        return await current.readPage(photo, shouldStop);
      } catch (error) {
        if (!(error instanceof NoNativeRuntimeError)) throw error;
        if (current === paddle) {
          current = createTesseractEngine();
          onFallback?.(error);
        }
        return current.readPage(photo, shouldStop);
      }
    },
    close: () => current.close(),
  };
}
