import { ask } from './outbox-database.ts';
import type { OutboxStore } from './outbox-store.ts';
import { newDraft, type OutboxPhoto, type OutboxTicket, type Refusal } from './outbox-ticket.ts';

/** A ticket as version 1 kept it: with its photos, as blobs. */
interface OldTicket {
  uploadId: string;
  memberId: string;
  createdAt: number;
  status: OutboxTicket['status'];
  photos: { id: string; blob: Blob; sha256: string }[];
  attempts: number;
  refusal: Refusal | null;
}

/**
 * Moves what version 1 kept into the stores of version 2. A ticket is in the one or in the other at any moment, so this
 * may end anywhere, and run in two tabs at once.
 */
export async function moveOldTickets(store: OutboxStore): Promise<void> {
  const uploadIds = await store.run('readonly', ['tickets'], (transaction) =>
    ask(transaction.objectStore('tickets').getAllKeys()),
  );
  for (const uploadId of uploadIds) {
    const old = await store.run('readonly', ['tickets'], async (transaction) => {
      const ticket: OldTicket | undefined = await ask(transaction.objectStore('tickets').get(uploadId));
      return ticket;
    });
    if (!old) continue;
    // Blobs are read between two transactions: one would not wait for them.
    const read = await Promise.all(old.photos.map(async (photo) => ({ ...photo, bytes: await readBytes(photo.blob) })));
    const lost = read.some(({ bytes }) => bytes === null);
    const ticket: OutboxTicket = {
      ...newDraft(old.uploadId, old.memberId, old.createdAt),
      status: lost ? 'refused' : old.status,
      photos: read.filter(({ bytes }) => bytes !== null).map(describe),
      begun: old.attempts > 0 || old.status !== 'draft',
      refusal: lost
        ? { code: 'photo_lost', title: 'The phone lost a photo of this ticket.', detail: null }
        : old.refusal,
    };
    await store.run('readwrite', ['tickets', 'entries', 'photos'], async (transaction) => {
      const tickets = transaction.objectStore('tickets');
      if ((await ask(tickets.getKey(uploadId))) === undefined) return;
      // A stored one had no photos any more and nothing to show; the server has it.
      if (old.status !== 'stored') {
        await ask(transaction.objectStore('entries').put(ticket));
        for (const { id, bytes } of read) if (bytes) await ask(transaction.objectStore('photos').put(bytes, id));
      }
      await ask(tickets.delete(uploadId));
    });
  }
}

function describe({ id, sha256, blob }: OldTicket['photos'][number]): OutboxPhoto {
  return { id, sha256, mediaType: blob.type, size: blob.size, thumbnail: null };
}

async function readBytes(blob: Blob): Promise<ArrayBuffer | null> {
  // Browsers have lost blobs that they kept; once more, since a busy phone may fail to read one that is there.
  return blob.arrayBuffer().catch(() => blob.arrayBuffer().catch(() => null));
}
