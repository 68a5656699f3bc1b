import type { UploadReceipt } from '@ticket-pros/contracts/upload';
import type { OutboxTicket } from './outbox-ticket.ts';
import { parseObject } from './parse-object.ts';

/** The receipt in an answer of the server; null where it holds none. */
export function readReceipt(body: string): UploadReceipt | null {
  const { uploadId, ticketId, receivedAt, images } = parseObject(body) ?? {};
  if (typeof uploadId !== 'string' || typeof ticketId !== 'string' || typeof receivedAt !== 'string') return null;
  if (!Array.isArray(images) || !images.every(isReceiptImage)) return null;
  return { uploadId, ticketId, receivedAt, images };
}

/** Whether the server says that it has exactly the photos that this phone has, page by page. */
export function isReceiptOf(ticket: Pick<OutboxTicket, 'uploadId' | 'photos'>, receipt: UploadReceipt): boolean {
  return (
    receipt.uploadId === ticket.uploadId &&
    receipt.images.length === ticket.photos.length &&
    ticket.photos.every(({ sha256 }, page) => receipt.images[page]?.sha256 === sha256)
  );
}

function isReceiptImage(image: unknown): image is UploadReceipt['images'][number] {
  return (
    typeof image === 'object' &&
    image !== null &&
    'sha256' in image &&
    typeof image.sha256 === 'string' &&
    'storedSha256' in image &&
    typeof image.storedSha256 === 'string'
  );
}
