import { Worker as Thread } from 'node:worker_threads';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { GreyImage, Quad } from '../../image/grey-image.ts';
import { quadOfArea } from '../page-word.ts';
import type { EngineWord } from '../text-engine.ts';
import { languageFolder } from './language-folder.ts';

/**
 * `page`: find columns, lines and their order; `scattered`: find as much text as possible, wherever it stands; `line`: the
 * picture is one line.
 */
export type TextLayout = 'page' | 'scattered' | 'line';

const modes = { page: PSM.AUTO, scattered: PSM.SPARSE_TEXT, line: PSM.SINGLE_LINE } as const;
/** Its memory grows slowly from picture to picture; a fresh one costs a third of a second. */
const megapixelsPerWorker = 240;

/** Tesseract in a thread of its own, which is started with the first picture and replaced now and then. */
export type OpenTesseract = {
  recognize: (image: GreyImage, layout: TextLayout) => Promise<EngineWord[]>;
  close: () => Promise<void>;
};

/** Tesseract (LSTM) for a language, such as `spa`. Pictures given at the same time are read one after the other. */
export function openTesseract(language: string): OpenTesseract {
  let running: Running | null = null;
  let pixelsRead = 0;
  let queue: Promise<unknown> = Promise.resolve();

  async function read(image: GreyImage, layout: TextLayout): Promise<EngineWord[]> {
    if (pixelsRead >= megapixelsPerWorker * 1e6) await stop();
    running ??= await startWorker(language);
    pixelsRead += image.width * image.height;
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
    pixelsRead = 0;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  return { recognize: (image, layout) => inTurn(() => read(image, layout)), close: () => inTurn(stop) };
}

/**
 * A worker, and a promise that rejects when its thread dies: of that the library tells nobody, and its own promises
 * stay open for ever.
 */
type Running = { worker: Worker; crash: Promise<never> };

async function startWorker(language: string): Promise<Running> {
  const worker = await createWorker(language, OEM.LSTM_ONLY, {
    langPath: languageFolder(language),
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
  await worker.setParameters({ tessedit_pageseg_mode: modes[layout] });
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
