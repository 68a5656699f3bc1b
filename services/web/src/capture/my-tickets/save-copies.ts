import type { Outbox } from '../outbox/outbox.ts';
import type { OutboxTicket } from '../outbox/outbox-ticket.ts';

/** Hands a ticket's photos to the phone's own downloads, for whoever wants them outside of the app. */
export async function saveCopies(outbox: Outbox, ticket: OutboxTicket): Promise<void> {
  for (const [page, photo] of ticket.photos.entries()) {
    const blob = await outbox.readPhoto(photo.id);
    if (blob === null) continue;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `ticket-${page + 1}.${photo.mediaType.replace(/^[^/]*\//, '')}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}
