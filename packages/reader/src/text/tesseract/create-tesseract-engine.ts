import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { GreyImage, Quad } from '../../image/grey-image.ts';
import { quadOfArea } from '../page-word.ts';
import { type EngineWord, StoppedError, type TextEngine } from '../text-engine.ts';
import { recognizePage, type TextLayout } from './recognize-page.ts';

const require = createRequire(import.meta.url);
const languageFolder = join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
/** Its memory grows slowly from page to page; a fresh one costs a third of a second. */
const pagesPerWorker = 40;

/**
 * Tesseract (LSTM, English) in one worker thread of its own, started with the first page and replaced every 40.
 * Nothing is fetched: the language data comes from an installed package. Pages given at the same time are read one
 * after the other.
 */
export function createTesseractEngine(): TextEngine {
  let running: Running | null = null;
  let pagesRead = 0;
  let queue: Promise<unknown> = Promise.resolve();

  async function read(image: GreyImage, layout: TextLayout): Promise<EngineWord[]> {
    if (pagesRead >= pagesPerWorker) await stop();
    running ??= await startWorker();
    pagesRead++;
    try {
      return await Promise.race([recognize(running.worker, image, layout), running.crash]);
    } catch (error) {
      await stop();
      throw error instanceof Error ? error : new Error(`Text recognition failed: ${String(error)}`);
    }
  }

  async function stop(): Promise<void> {
    await running?.worker.terminate();
    running = null;
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
    readPage: (photo, shouldStop) =>
      inTurn(() =>
        recognizePage(photo, (image, layout) => {
          if (shouldStop?.()) throw new StoppedError();
          return read(image, layout);
        }),
      ),
    close: () => inTurn(stop),
  };
}

/**
 * A worker, and a promise that rejects when its thread dies: of that the library tells nobody, and its own promises
 * stay open for ever.
 */
type Running = { worker: Worker; crash: Promise<never> };

async function startWorker(): Promise<Running> {
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: languageFolder,
    gzip: true,
    cacheMethod: 'none',
    // without a handler of its own, the library throws in an event listener and takes the process down
    errorHandler: () => undefined,
  });
  await worker.setParameters({ user_defined_dpi: '300' });
  const thread = threadOf(worker);
  // the engine reports odd specks of the page on standard error, which says nothing to whoever runs it
  thread?.stderr.unpipe(process.stderr);
  thread?.stderr.resume();
  const crash = new Promise<never>((_, reject) => {
    thread?.once('error', reject);
    thread?.once('exit', () => reject(new Error('The text engine stopped.')));
  });
  // it also ends when it is told to, and then nobody waits
  crash.catch(() => undefined);
  return { worker, crash };
}

async function recognize(worker: Worker, image: GreyImage, layout: TextLayout): Promise<EngineWord[]> {
  await worker.setParameters({ tessedit_pageseg_mode: layout === 'page' ? PSM.AUTO : PSM.SPARSE_TEXT });
  const { data } = await worker.recognize(toPortableGreymap(image), {}, { blocks: true });
  return listWords(data);
}

/** The library's own thread, which its types leave out. */
function threadOf(worker: Worker): Thread | null {
  return 'worker' in worker && worker.worker instanceof Thread ? worker.worker : null;
}

/** The plainest format that the engine reads (binary PGM): no time is lost on compressing. */
function toPortableGreymap(image: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1'), image.data]);
}

function listWords({ blocks }: Tesseract.Page): EngineWord[] {
  const lines = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.flatMap((line, number) =>
    line.words.map(({ text, confidence, bbox, symbols }) => ({
      text,
      confidence: share(confidence),
      line: number,
      quad: rectangle(bbox),
      characters: symbols.map((symbol) => ({
        text: symbol.text,
        confidence: share(symbol.confidence),
        alternatives: [],
      })),
    })),
  );
}

function rectangle({ x0, y0, x1, y1 }: Tesseract.Bbox): Quad {
  return quadOfArea({ left: x0, top: y0, right: Math.max(x0 + 1, x1), bottom: Math.max(y0 + 1, y1) });
}

function share(percent: number): number {
  return Math.min(1, Math.max(0, percent / 100));
}
