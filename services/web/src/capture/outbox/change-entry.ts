import { ask } from './outbox-database.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { OutboxTicket } from './outbox-ticket.ts';

/**
 * Changes one entry on the phone as it then stands there; `change` gives null to leave it alone. Gives what was written,
 * or null. Photos that the entry had and no longer names lose their bytes in the same moment, and so do all of a stored one.
 */
export async function changeEntry(
  store: OutboxStore,
  uploadId: string,
  change: (ticket: OutboxTicket) => OutboxTicket | null,
): Promise<OutboxTicket | null> {
  const written = await store.run('readwrite', ['entries', 'photos'], async (transaction) => {
    const entries = transaction.objectStore('entries');
    const ticket: OutboxTicket | undefined = await ask(entries.get(uploadId));
    const next = ticket && change(ticket);
    if (!ticket || !next) return null;
    const kept = new Set(next.status === 'stored' ? [] : next.photos.map(({ id }) => id));
    for (const { id } of ticket.photos) {
      if (!kept.has(id)) await ask(transaction.objectStore('photos').delete(id));
    }
    if (next.uploadId !== uploadId) await ask(entries.delete(uploadId));
    await ask(entries.put(next));
    return next;
  });
  if (written)
    store.written(
      new Map([
        [uploadId, null],
        [written.uploadId, written],
      ]),
    );
  return written;
}

/** Removes an entry and its photos from the phone. */
export async function removeEntry(store: OutboxStore, uploadId: string): Promise<void> {
  await store.run('readwrite', ['entries', 'photos'], async (transaction) => {
    const entries = transaction.objectStore('entries');
    const ticket: OutboxTicket | undefined = await ask(entries.get(uploadId));
    for (const { id } of ticket?.photos ?? []) await ask(transaction.objectStore('photos').delete(id));
    await ask(entries.delete(uploadId));
  });
  store.written(new Map([[uploadId, null]]));
}
