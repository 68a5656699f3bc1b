import type { UploadReceipt } from '@ticket-pros/contracts/upload';
import { t } from '../../../messages/capture-messages.ts';

/** The first characters of a photo's hash: enough to compare two by eye. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 8);
}

/** The whole receipt as text, to be shared or copied. */
export function describeReceipt({ ticketId, receivedAt, images }: UploadReceipt): string {
  const photos = images.flatMap(({ sha256, storedSha256 }, index) => [
    t('myTickets.receiptPhoto', { page: index + 1, sent: sha256 }),
    t('myTickets.receiptPhotoStored', { page: index + 1, stored: storedSha256 }),
  ]);
  return [
    `${t('common.productName')}: ${t('myTickets.receiptTitle')}`,
    t('myTickets.receiptTicket', { id: ticketId }),
    // In full and in UTC: this is for whoever checks it, wherever.
    t('myTickets.receiptStored', { time: receivedAt }),
    ...photos,
  ].join('\n');
}
