import type { UploadReceipt } from '@ticket-pros/contracts/upload';
import { ask } from './outbox-database.ts';
import { isFull } from './outbox-full-error.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { OutboxTicket } from './outbox-ticket.ts';

/**
 * Keeps the receipt of a ticket that was sent from memory. Where the phone has no space even for that, it is shown as long as this page
 * is open.
 */
export async function keepReceipt(store: OutboxStore, ticket: OutboxTicket, receipt: UploadReceipt): Promise<void> {
  const stored: OutboxTicket = { ...ticket, status: 'stored', receipt, storedAt: store.parts.now(), trouble: null };
  try {
    await store.run('readwrite', ['entries'], (transaction) => ask(transaction.objectStore('entries').put(stored)));
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  store.written(new Map([[stored.uploadId, stored]]));
}
