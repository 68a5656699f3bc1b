import type { PhotoManifestInput, UploadReceipt } from '@ticket-pros/contracts/upload';
import { hashPhoto } from '../prepare/hash-photo.ts';
import type { OutboxTicket } from './outbox-ticket.ts';
import type { Pace } from './pace-chunks.ts';
import type { PhoneParts } from './phone-parts.ts';
import { isReceiptOf, readReceipt } from './read-receipt.ts';
import { readUploadAnswer } from './read-upload-answer.ts';
import type { SendOutcome } from './send-outcome.ts';
import { type PhotoOutcome, sendPhoto } from './send-photo.ts';

export interface Delivery {
  parts: PhoneParts;
  readBytes: (photoId: string) => Promise<ArrayBuffer | undefined>;
  pace: Pace;
  onProgress: (fraction: number) => void;
  signal: AbortSignal;
}

/**
 * Sends one ticket, a photo after the other. Repeating it is harmless, whatever came of the tries before: the server knows
 * each photo by the upload id and its page. `stored` only with a receipt over exactly these photos.
 */
export async function deliverTicket(ticket: OutboxTicket, delivery: Delivery): Promise<SendOutcome> {
  const { readBytes, onProgress } = delivery;
  const total = ticket.photos.reduce((sum, { size }) => sum + size, 0);
  let receipt: UploadReceipt | null = null;
  let done = 0;
  if (ticket.photos.length === 0) return lost(0);
  for (const [page, photo] of ticket.photos.entries()) {
    const bytes = await readBytes(photo.id);
    if (bytes === undefined) return lost(page);
    const onSent = (sent: number) => onProgress((done + sent) / total);
    const outcome = await sendAsking(ticket, page, bytes, onSent, delivery);
    if (outcome.kind === 'ask_again') {
      const same = (await hashPhoto(new Uint8Array(bytes))) === photo.sha256;
      return same ? later() : lost(page);
    }
    if (outcome.kind !== 'whole') return outcome;
    receipt = outcome.receipt ?? receipt;
    done += photo.size;
    onProgress(done / total);
  }
  return receipt ? judgeReceipt(ticket, receipt) : askForReceipt(ticket, delivery);
}

/** A second try at once where the server has another part of the photo than the phone thought. */
async function sendAsking(
  ticket: OutboxTicket,
  page: number,
  bytes: ArrayBuffer,
  onSent: (bytes: number) => void,
  { parts, pace, signal }: Delivery,
): Promise<PhotoOutcome> {
  const { uploadId, memberId, ticketType, replacesTicketId, photos } = ticket;
  const manifest: PhotoManifestInput = {
    uploadId,
    memberId,
    ticketType,
    ...(replacesTicketId === null ? {} : { replacesTicketId }),
    images: photos.map(({ sha256 }) => ({ sha256 })),
    page,
  };
  const photo = { parts, manifest, bytes, pace, onSent, signal };
  const outcome = await sendPhoto({ ...photo, begun: ticket.begun });
  return outcome.kind === 'ask_again' ? sendPhoto({ ...photo, begun: true }) : outcome;
}

/** Asks for the receipt where the answer that brought it got lost. */
async function askForReceipt(ticket: OutboxTicket, { parts, signal }: Delivery): Promise<SendOutcome> {
  try {
    const response = await parts.fetch(`${parts.origin}/v1/uploads/${ticket.uploadId}/receipt`, {
      headers: { accept: 'application/json' },
      signal,
      cache: 'no-store',
    });
    const body = await response.text();
    const receipt = response.ok ? readReceipt(body) : null;
    if (receipt) return judgeReceipt(ticket, receipt);
    const answer = readUploadAnswer(response.status, body);
    return answer.kind === 'ask_again' ? later() : answer;
  } catch {
    return { kind: 'waits', trouble: { kind: 'no_connection' } };
  }
}

function judgeReceipt(ticket: OutboxTicket, receipt: UploadReceipt): SendOutcome {
  if (isReceiptOf(ticket, receipt)) return { kind: 'stored', receipt };
  const title = 'The server has other photos under this number. Send the ticket again.';
  return { kind: 'refused', refusal: { code: 'receipt_differs', title, detail: null } };
}

function lost(page: number): SendOutcome {
  const title = 'The phone lost a photo of this ticket. Take it again.';
  return { kind: 'refused', refusal: { code: 'photo_lost', title, detail: `Photo ${page + 1}.` } };
}

function later(): SendOutcome {
  return { kind: 'waits', trouble: { kind: 'server_busy' } };
}
