import { makeRoom } from './make-room.ts';
import { ask } from './outbox-database.ts';
import { isFull, OutboxFullError } from './outbox-full-error.ts';
import type { OutboxStore } from './outbox-store.ts';
import { type NewPhoto, newDraft, type OutboxPhoto, type OutboxTicket, type TicketDetails } from './outbox-ticket.ts';

/**
 * Keeps a photo as a page (counted from 0; the last one unless told) of the member's draft, which is begun where there is
 * none. Throws `OutboxFullError` where the phone has no space even without the thumbnails of what is stored already.
 */
export async function keepPhoto(
  store: OutboxStore,
  memberId: string,
  photo: NewPhoto,
  { page, ...details }: TicketDetails & { page?: number },
): Promise<OutboxTicket> {
  const { newId, now } = store.parts;
  const fresh = newDraft(newId(), memberId, now());
  const kept = describePhoto(newId(), photo);
  const draft = await whereRoomIs(store, () =>
    store.run('readwrite', ['entries', 'photos'], async (transaction) => {
      const entries = transaction.objectStore('entries');
      const found: OutboxTicket | undefined = await ask(entries.index('byMemberAndStatus').get([memberId, 'draft']));
      const current = found ?? fresh;
      const photos = current.photos.filter(({ id }) => id !== kept.id);
      const next = { ...current, ...details, photos: photos.toSpliced(page ?? photos.length, 0, kept) };
      await Promise.all([
        ask(entries.put(next)),
        ask(transaction.objectStore('photos').put(ownBuffer(photo.bytes), kept.id)),
      ]);
      return next;
    }),
  );
  store.written(new Map([[draft.uploadId, draft]]));
  return draft;
}

/** Keeps a whole ticket that is ready to be sent. Throws `OutboxFullError` as `keepPhoto` does. */
export async function keepTicket(
  store: OutboxStore,
  memberId: string,
  photos: readonly NewPhoto[],
  details: TicketDetails,
): Promise<OutboxTicket> {
  const { newId, now } = store.parts;
  const described = photos.map((photo) => ({ kept: describePhoto(newId(), photo), bytes: ownBuffer(photo.bytes) }));
  const ticket: OutboxTicket = {
    ...newDraft(newId(), memberId, now()),
    ...details,
    status: 'waiting',
    photos: described.map(({ kept }) => kept),
  };
  await whereRoomIs(store, () =>
    store.run('readwrite', ['entries', 'photos'], async (transaction) => {
      await ask(transaction.objectStore('entries').put(ticket));
      for (const { kept, bytes } of described) await ask(transaction.objectStore('photos').put(bytes, kept.id));
    }),
  );
  store.written(new Map([[ticket.uploadId, ticket]]));
  return ticket;
}

/** The photo without its bytes, as it stands in its ticket. */
export function describePhoto(id: string, { bytes, mediaType, sha256, thumbnail }: NewPhoto): OutboxPhoto {
  return { id, sha256, mediaType, size: bytes.byteLength, thumbnail: thumbnail && ownBuffer(thumbnail) };
}

/** These bytes and no others: a view may look at a part of something larger, all of which would be kept. */
function ownBuffer(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}

async function whereRoomIs<T>(store: OutboxStore, keep: () => Promise<T>): Promise<T> {
  try {
    return await keep();
  } catch (error) {
    if (!isFull(error)) throw error;
    if (!(await makeRoom(store))) throw new OutboxFullError(error);
  }
  try {
    return await keep();
  } catch (error) {
    throw isFull(error) ? new OutboxFullError(error) : error;
  }
}
