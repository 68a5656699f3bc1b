import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { GreyImage } from '../image/grey-image.ts';
import type { EngineWord, TextEngine, TextLayout } from './text-engine.ts';

const require = createRequire(import.meta.url);
const languageFolder = join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
/** Its memory grows slowly from page to page; a fresh one costs a third of a second. */
const pagesPerWorker = 40;

/**
 * Tesseract (LSTM, English) in one worker thread of its own, started with the first page and replaced every 40. Nothing is
 * fetched: the language data comes from an installed package. Pages given at the same time are read one after the other.
 */
export function createTextEngine(): TextEngine {
  let worker: Worker | null = null;
  let pagesRead = 0;
  let queue: Promise<unknown> = Promise.resolve();

  async function read(image: GreyImage, layout: TextLayout): Promise<EngineWord[]> {
    if (worker !== null && pagesRead >= pagesPerWorker) await stop();
    worker ??= await startWorker();
    pagesRead++;
    try {
      await worker.setParameters({ tessedit_pageseg_mode: layout === 'page' ? PSM.AUTO : PSM.SPARSE_TEXT });
      const { data } = await worker.recognize(toPortableGreymap(image), {}, { blocks: true });
      return listWords(data);
    } catch (error) {
      await stop();
      throw error instanceof Error ? error : new Error(`Text recognition failed: ${String(error)}`);
    }
  }

  async function stop(): Promise<void> {
    await worker?.terminate();
    worker = null;
    pagesRead = 0;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  return {
    name: 'tesseract.js',
    version: '7.0.0',
    recognizeText: (image, layout) => inTurn(() => read(image, layout)),
    close: () => inTurn(stop),
  };
}

async function startWorker(): Promise<Worker> {
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: languageFolder,
    gzip: true,
    cacheMethod: 'none',
    // without a handler of its own, the library throws in an event listener and takes the process down
    errorHandler: () => undefined,
  });
  await worker.setParameters({ user_defined_dpi: '300' });
  return worker;
}

/** The plainest format that the engine reads (binary PGM): no time is lost on compressing. */
function toPortableGreymap(image: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1'), image.data]);
}

function listWords({ blocks }: Tesseract.Page): EngineWord[] {
  const lines = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.flatMap((line, number) =>
    line.words.map(({ text, confidence, bbox }) => ({
      text,
      confidence: Math.min(1, Math.max(0, confidence / 100)),
      line: number,
      x: bbox.x0,
      y: bbox.y0,
      width: Math.max(1, bbox.x1 - bbox.x0),
      height: Math.max(1, bbox.y1 - bbox.y0),
    })),
  );
}
