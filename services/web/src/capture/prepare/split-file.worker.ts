import { ImageFormatError, type ImageFormatProblem } from '@ticket-pros/strip-metadata/image-format-error';
import { openFile } from '@ticket-pros/strip-metadata/open-file';
import type { OpenedFile } from '@ticket-pros/strip-metadata/opened-file';

/** First the file, then the page that is wanted, counted from 0. */
export type SplitRequest = { file: Uint8Array<ArrayBuffer> } | { page: number };
export type SplitReply =
  | { kind: 'opened'; pages: number }
  | { kind: 'page'; bytes: Uint8Array<ArrayBuffer>; mediaType: OpenedFile['mediaType'] }
  | { kind: 'refused'; problem: ImageFormatProblem };

let opened: OpenedFile | undefined;

async function answer(request: SplitRequest): Promise<SplitReply> {
  if ('file' in request) {
    opened = await openFile(request.file);
    return { kind: 'opened', pages: opened.pages };
  }
  if (opened === undefined) return { kind: 'refused', problem: 'image_damaged' };
  return { kind: 'page', bytes: opened.stripPage(request.page), mediaType: opened.mediaType };
}

self.addEventListener('message', ({ data }: MessageEvent<SplitRequest>) => {
  answer(data)
    .catch((error: unknown): SplitReply => {
      return { kind: 'refused', problem: error instanceof ImageFormatError ? error.code : 'image_damaged' };
    })
    .then((reply) => self.postMessage(reply, { transfer: reply.kind === 'page' ? [reply.bytes.buffer] : [] }));
});
