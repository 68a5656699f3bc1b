import { ask } from './outbox-database.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { NewPhoto, OutboxTicket } from './outbox-ticket.ts';

/** Changes the member's draft; `change` gives null to leave it alone. Gives what was written, or null. */
export async function changeDraft(
  store: OutboxStore,
  memberId: string,
  change: (draft: OutboxTicket) => OutboxTicket | null,
): Promise<OutboxTicket | null> {
  const written = await store.run('readwrite', ['entries'], async (transaction) => {
    const entries = transaction.objectStore('entries');
    const draft: OutboxTicket | undefined = await ask(entries.index('byMemberAndStatus').get([memberId, 'draft']));
    const next = draft && change(draft);
    if (!next) return null;
    await ask(entries.put(next));
    return next;
  });
  if (written) store.written(new Map([[written.uploadId, written]]));
  return written;
}

/** Takes a page out of the member's draft, and gives it as it was kept; a draft that has no pages left is gone. */
export async function takeOutPhoto(
  store: OutboxStore,
  memberId: string,
  photoId: string,
): Promise<(NewPhoto & { page: number }) | null> {
  const taken = await store.run('readwrite', ['entries', 'photos'], async (transaction) => {
    const entries = transaction.objectStore('entries');
    const stored = transaction.objectStore('photos');
    const draft: OutboxTicket | undefined = await ask(entries.index('byMemberAndStatus').get([memberId, 'draft']));
    const page = draft?.photos.findIndex(({ id }) => id === photoId) ?? -1;
    const photo = draft?.photos[page];
    if (!draft || !photo) return null;
    const bytes: ArrayBuffer | undefined = await ask(stored.get(photoId));
    const photos = draft.photos.toSpliced(page, 1);
    await ask(stored.delete(photoId));
    const rest = photos.length > 0 ? { ...draft, photos } : null;
    if (rest) await ask(entries.put(rest));
    else await ask(entries.delete(draft.uploadId));
    return { uploadId: draft.uploadId, rest, page, photo, bytes };
  });
  if (taken === null) return null;
  store.written(new Map([[taken.uploadId, taken.rest]]));
  const { page, photo, bytes } = taken;
  if (bytes === undefined) return null;
  const thumbnail = photo.thumbnail && new Uint8Array(photo.thumbnail);
  return { page, bytes: new Uint8Array(bytes), mediaType: photo.mediaType, sha256: photo.sha256, thumbnail };
}
