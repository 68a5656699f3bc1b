import type { UploadManifestInput } from '@ticket-pros/contracts/upload';
import type { OutboxTicket } from './outbox-ticket.ts';
import { readUploadAnswer, type UploadOutcome } from './read-upload-answer.ts';

/** Nothing moved for this long: the connection is dead, whatever the phone says. */
const stalledMs = 45_000;

/**
 * Sends one ticket with all its photos. Repeating it is harmless, because the upload id stays the same. Uses
 * XMLHttpRequest, since `fetch` does not tell how much was sent. `onProgress` gets a fraction from 0 to 1.
 */
export function sendTicket(ticket: OutboxTicket, onProgress: (fraction: number) => void): Promise<UploadOutcome> {
  const manifest: UploadManifestInput = {
    uploadId: ticket.uploadId,
    memberId: ticket.memberId,
    images: ticket.photos.map(({ sha256 }) => ({ sha256 })),
  };
  const form = new FormData();
  form.append('manifest', JSON.stringify(manifest));
  for (const photo of ticket.photos) form.append('image', photo.blob, `${photo.id}.${extensionOf(photo.blob)}`);

  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let stallTimer: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      clearTimeout(stallTimer);
      stallTimer = setTimeout(() => request.abort(), stalledMs);
    };
    request.upload.addEventListener('progress', (event) => {
      watch();
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener('loadend', () => {
      clearTimeout(stallTimer);
      resolve(readUploadAnswer(request.status, request.responseText));
    });
    request.open('POST', '/v1/tickets');
    request.setRequestHeader('accept', 'application/json');
    watch();
    request.send(form);
  });
}

function extensionOf(blob: Blob): string {
  return blob.type === 'image/png' ? 'png' : blob.type === 'image/webp' ? 'webp' : 'jpg';
}
