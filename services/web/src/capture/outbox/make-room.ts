import { ask } from './outbox-database.ts';
import { isFull } from './outbox-full-error.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { OutboxTicket } from './outbox-ticket.ts';

/** Drops the thumbnails of tickets that are safe on the server, to make room for photos that are not. False: there were none. */
export async function makeRoom(store: OutboxStore): Promise<boolean> {
  const dropped = await store
    .run('readwrite', ['entries'], async (transaction) => {
      const entries = transaction.objectStore('entries');
      const changes = new Map<string, OutboxTicket | null>();
      for (const ticket of await readStored(entries)) {
        if (ticket.photos.every(({ thumbnail }) => thumbnail === null)) continue;
        const photos = ticket.photos.map((photo) => ({ ...photo, thumbnail: null }));
        changes.set(ticket.uploadId, { ...ticket, photos });
        await ask(entries.put({ ...ticket, photos }));
      }
      return changes;
    })
    .catch((error: unknown) => {
      // So full that not even less can be written: what is stored goes from the phone altogether.
      if (!isFull(error)) throw error;
      return removeStored(store, () => true);
    });
  if (dropped.size > 0) store.written(dropped);
  return dropped.size > 0;
}

const keptMs = 30 * 24 * 3_600_000;

/** Forgets tickets that were stored a month ago and more: by now they are looked for on the server. */
export async function forgetLongStored(store: OutboxStore): Promise<void> {
  const forgotten = await removeStored(store, ({ storedAt }) => (storedAt ?? 0) < store.parts.now() - keptMs);
  if (forgotten.size > 0) store.written(forgotten);
}

function removeStored(store: OutboxStore, which: (ticket: OutboxTicket) => boolean): Promise<Map<string, null>> {
  return store.run('readwrite', ['entries'], async (transaction) => {
    const entries = transaction.objectStore('entries');
    const removed = new Map<string, null>();
    for (const ticket of await readStored(entries)) {
      if (!which(ticket)) continue;
      removed.set(ticket.uploadId, null);
      await ask(entries.delete(ticket.uploadId));
    }
    return removed;
  });
}

async function readStored(entries: IDBObjectStore): Promise<OutboxTicket[]> {
  const all: OutboxTicket[] = await ask(entries.getAll());
  return all.filter(({ status }) => status === 'stored');
}
