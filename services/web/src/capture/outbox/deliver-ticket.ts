import type { UploadManifestInput } from '@ticket-pros/contracts/upload';
import type { OutboxTicket } from './outbox-ticket.ts';
import type { PhoneParts } from './phone-parts.ts';
import { readUploadAnswer, type SendOutcome } from './read-upload-answer.ts';

export interface Delivery {
  parts: PhoneParts;
  readBytes: (photoId: string) => Promise<ArrayBuffer | undefined>;
  onProgress: (fraction: number) => void;
  signal: AbortSignal;
}

/** Nothing moved for this long: the connection is dead, whatever the phone says. */
const stalledMs = 45_000;

/** Sends one ticket with all its photos. Repeating it is harmless, because the upload id stays the same. */
export async function deliverTicket(
  ticket: OutboxTicket,
  { parts, readBytes, onProgress, signal }: Delivery,
): Promise<SendOutcome> {
  const manifest: UploadManifestInput = {
    uploadId: ticket.uploadId,
    memberId: ticket.memberId,
    images: ticket.photos.map(({ sha256 }) => ({ sha256 })),
  };
  const form = new FormData();
  form.append('manifest', JSON.stringify(manifest));
  for (const photo of ticket.photos) {
    const bytes = await readBytes(photo.id);
    if (bytes) form.append('image', new Blob([bytes], { type: photo.mediaType }), photo.id);
  }
  onProgress(0);
  try {
    const response = await parts.fetch(`${parts.origin}/v1/tickets`, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(stalledMs)]),
    });
    return readUploadAnswer(response.status, await response.text(), ticket);
  } catch {
    return { kind: 'waits', trouble: { kind: 'no_connection' } };
  }
}
