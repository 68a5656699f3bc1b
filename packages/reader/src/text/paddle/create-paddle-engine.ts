import { type ShouldStop, StoppedError, type TextEngine } from '../text-engine.ts';
import type { loadRuntime } from './load-runtime.ts';
import type { Models } from './models.ts';
import { type Model, type OpenModels, openModels } from './open-models.ts';
import { readPage } from './read-page.ts';

type PaddleOptions = { models: Models; load: typeof loadRuntime };

/**
 * PP-OCR on ONNX Runtime, in the calling thread, which it blocks while a model works. Its models are loaded with the
 * first page and kept until it is closed.
 */
export function createPaddleEngine({ models, load }: PaddleOptions): TextEngine {
  let opened: OpenModels | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  async function close(): Promise<void> {
    const open = opened;
    opened = null;
    for (const model of open === null ? [] : [open.detect, open.direct, open.recognize]) await model.close();
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  return {
    name: 'pp-ocr',
    version: '4-en',
    readPage: (photo, shouldStop) =>
      inTurn(async () => {
        opened ??= await openModels(models, load);
        return readPage(stoppable(opened, shouldStop), photo);
      }),
    close: () => inTurn(close),
  };
}

/** The same models, which stop before they begin with another picture. */
function stoppable(models: OpenModels, shouldStop: ShouldStop = () => false): OpenModels {
  const checked = ({ run, close }: Model): Model => ({
    async run(input) {
      if (shouldStop()) throw new StoppedError();
      return run(input);
    },
    close,
  });
  const { detect, direct, recognize, signs } = models;
  return { detect: checked(detect), direct: checked(direct), recognize: checked(recognize), signs };
}
