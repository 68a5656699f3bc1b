import type { ImageFormatProblem } from '@ticket-pros/strip-metadata/image-format-error';
import type { StrippedImage } from '@ticket-pros/strip-metadata/strip-metadata';
import { PhotoProblemError } from './photo-problem.ts';
import type { SplitReply, SplitRequest } from './split-file.worker.ts';

export interface SplitFile {
  pages: number;
  /** A page as a file of its own, metadata taken out. */
  readPage: (page: number) => Promise<StrippedImage>;
  close: () => void;
}

const problems = {
  file_locked: 'locked',
  image_damaged: 'damaged',
  several_pages: 'damaged',
  unsupported_image: 'notAPhoto',
} as const satisfies Record<ImageFormatProblem, string>;

export function problemOf(code: ImageFormatProblem): (typeof problems)[ImageFormatProblem] {
  return problems[code];
}

/**
 * Opens a TIFF or PDF in a thread of its own, since large ones take seconds and the page has to stay in hand. Takes the bytes.
 * Throws `PhotoProblemError`.
 */
export async function splitFile(bytes: Uint8Array<ArrayBuffer>): Promise<SplitFile> {
  const worker = new Worker(new URL('./split-file.worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: SplitRequest, transfer: Transferable[]): Promise<SplitReply> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<SplitReply>) => resolve(data);
      // Out of memory, or the thread's own file could not be loaded.
      worker.onerror = () => reject(new PhotoProblemError('damaged'));
      worker.postMessage(request, transfer);
    });
  const close = () => worker.terminate();
  try {
    const opened = await ask({ file: bytes }, [bytes.buffer]);
    if (opened.kind === 'refused') throw new PhotoProblemError(problemOf(opened.problem));
    if (opened.kind !== 'opened') throw new PhotoProblemError('damaged');
    return {
      pages: opened.pages,
      async readPage(page) {
        const reply = await ask({ page }, []);
        if (reply.kind === 'refused') throw new PhotoProblemError(problemOf(reply.problem));
        if (reply.kind !== 'page') throw new PhotoProblemError('damaged');
        return { bytes: reply.bytes, mediaType: reply.mediaType };
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
