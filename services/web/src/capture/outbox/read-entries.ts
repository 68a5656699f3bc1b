import { ask } from './outbox-database.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { OutboxTicket } from './outbox-ticket.ts';

/** The member's own entries, in no order, and how many unsent ones of other members are kept on this phone. */
export function readEntries(
  store: OutboxStore,
  memberId: string,
): Promise<{ own: OutboxTicket[]; unsentOfOthers: number }> {
  return store.run('readonly', ['entries'], async (transaction) => {
    const entries = transaction.objectStore('entries');
    const own: OutboxTicket[] = await ask(entries.index('byMember').getAll(memberId));
    let unsentOfOthers = 0;
    // By the index's keys alone: nothing of what belongs to others is read.
    for (const [owner, status] of await readKeys(entries.index('byMemberAndStatus'))) {
      if (owner !== memberId && status !== 'stored') unsentOfOthers += 1;
    }
    return { own, unsentOfOthers };
  });
}

/** One entry as it stands on the phone. */
export function readEntry(store: OutboxStore, uploadId: string): Promise<OutboxTicket | undefined> {
  return store.run('readonly', ['entries'], async (transaction) => {
    const ticket: OutboxTicket | undefined = await ask(transaction.objectStore('entries').get(uploadId));
    return ticket;
  });
}

/** The member's entries that are to be sent. */
export function readWaiting(store: OutboxStore, memberId: string): Promise<OutboxTicket[]> {
  return store.run('readonly', ['entries'], async (transaction) => {
    const index = transaction.objectStore('entries').index('byMemberAndStatus');
    const tickets: OutboxTicket[] = await ask(index.getAll([memberId, 'waiting']));
    return tickets.sort((one, other) => one.createdAt - other.createdAt);
  });
}

/** A photo's bytes; undefined where they are not on this phone. */
export function readPhotoBytes(store: OutboxStore, photoId: string): Promise<ArrayBuffer | undefined> {
  return store.run('readonly', ['photos'], async (transaction) => {
    const bytes: ArrayBuffer | undefined = await ask(transaction.objectStore('photos').get(photoId));
    return bytes;
  });
}

function readKeys(index: IDBIndex): Promise<unknown[][]> {
  return new Promise((resolve, reject) => {
    const keys: unknown[][] = [];
    const request = index.openKeyCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return resolve(keys);
      if (Array.isArray(cursor.key)) keys.push(cursor.key);
      cursor.continue();
    };
  });
}
