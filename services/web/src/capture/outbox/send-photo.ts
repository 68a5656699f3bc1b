import type { PhotoManifestInput, UploadReceipt } from '@ticket-pros/contracts/upload';
import { DetailedError, type FileReader, Upload } from 'tus-js-client';
import { fetchHttpStack } from './fetch-http-stack.ts';
import type { Pace } from './pace-chunks.ts';
import type { PhoneParts } from './phone-parts.ts';
import { readReceipt } from './read-receipt.ts';
import { readUploadAnswer, type UploadAnswer } from './read-upload-answer.ts';

export interface PhotoToSend {
  parts: PhoneParts;
  manifest: PhotoManifestInput;
  bytes: ArrayBuffer;
  /** The server may have a part of it: ask first. */
  begun: boolean;
  pace: Pace;
  onSent: (bytes: number) => void;
  signal: AbortSignal;
}

/** The server has all of it; the receipt came with the answer where it was the ticket's last photo. */
export type PhotoOutcome = { kind: 'whole'; receipt: UploadReceipt | null } | UploadAnswer;

/** No answer for this long: the connection is dead, whatever the phone says. */
const stalledMs = 45_000;

/**
 * Sends one photo by tus: all of it in the request that begins it when it is small; from where the server is when it was
 * begun before. One try; trying again is up to the outbox.
 */
export function sendPhoto({ parts, manifest, bytes, begun, pace, onSent, signal }: PhotoToSend): Promise<PhotoOutcome> {
  const endpoint = `${parts.origin}/v1/uploads`;
  const blob = new Blob([bytes]);
  return new Promise((resolve) => {
    let began = parts.now();
    const upload = new Upload(blob, {
      endpoint,
      uploadUrl: begun ? `${endpoint}/${manifest.uploadId}.${manifest.page}` : null,
      metadata: { manifest: JSON.stringify(manifest) },
      uploadDataDuringCreation: true,
      chunkSize: pace.chunkBytes(),
      retryDelays: null,
      storeFingerprintForResuming: false,
      fingerprint: async () => manifest.uploadId,
      fileReader: blobReader,
      httpStack: fetchHttpStack(parts, signal, stalledMs),
      onBeforeRequest: () => {
        began = parts.now();
      },
      onChunkComplete: (sent, accepted) => {
        pace.carried(sent, parts.now() - began);
        upload.options.chunkSize = pace.chunkBytes();
        onSent(accepted);
      },
      onSuccess: ({ lastResponse }) => resolve({ kind: 'whole', receipt: readReceipt(lastResponse.getBody()) }),
      onError: (error) => {
        const response = error instanceof DetailedError ? error.originalResponse : null;
        if (response === null) pace.lost();
        const retryAfter = response?.getHeader('retry-after');
        resolve(readUploadAnswer(response?.getStatus() ?? 0, response?.getBody() ?? '', retryAfter));
      },
    });
    upload.start();
  });
}

/** The same in a page, a worker and Node, each of which has a reader of its own in the tus client. */
const blobReader: FileReader = {
  openFile: async (blob: Blob) => ({
    size: blob.size,
    slice: async (start, end) => ({ value: blob.slice(start, end), done: end >= blob.size }),
    close: () => {},
  }),
};
