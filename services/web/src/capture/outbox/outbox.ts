import { changeDraft, takeOutPhoto } from './change-draft.ts';
import { changeEntry, removeEntry } from './change-entry.ts';
import { keepPhoto, keepTicket } from './keep-photo.ts';
import { forgetLongStored } from './make-room.ts';
import { moveOldTickets } from './move-old-tickets.ts';
import { isFull } from './outbox-full-error.ts';
import { type OutboxStore, openOutboxStore } from './outbox-store.ts';
import type { NewPhoto, OutboxTicket, TicketDetails } from './outbox-ticket.ts';
import { type OutboxView, watchOutbox } from './outbox-view.ts';
import type { PhoneParts } from './phone-parts.ts';
import { readPhotoBytes } from './read-entries.ts';

/** One member's tickets on this phone, and what may be done with them. Every change is on disk when its promise resolves. */
export interface Outbox {
  memberId: string;
  store: OutboxStore;
  view: () => OutboxView;
  subscribe: (run: () => void) => () => void;
  /** Tells this page, and the other tabs, what is not kept: how much of a ticket is sent, why nothing is being sent. */
  show: (change: Partial<Pick<OutboxView, 'paused' | 'trouble'>>) => void;
  showProgress: (uploadId: string, fraction: number | null) => void;
  /** Keeps a photo in the draft; see `keepPhoto`. Throws `OutboxFullError`: the caller still has the photo. */
  keepPhoto: (photo: NewPhoto, details?: TicketDetails & { page?: number }) => Promise<OutboxTicket>;
  /** Takes a page out of the draft; handed to `keepPhoto`, it is back. */
  takeOutPhoto: (photoId: string) => Promise<(NewPhoto & { page: number }) | null>;
  changeDraft: (details: TicketDetails) => Promise<void>;
  /** The draft is complete and may be sent. */
  handOver: () => Promise<OutboxTicket | null>;
  keepTicket: (photos: readonly NewPhoto[], details?: TicketDetails) => Promise<OutboxTicket>;
  /** The whole picture of a photo, while it is on this phone. */
  readPhoto: (photoId: string) => Promise<Blob | null>;
  /** Has a refused ticket tried once more. */
  sendAgain: (uploadId: string) => Promise<void>;
  /** Makes a refused ticket the draft again, so that its pages can be taken anew. What was the draft may be sent. */
  backToDraft: (uploadId: string) => Promise<void>;
  remove: (uploadId: string) => Promise<void>;
  close: () => void;
}

/**
 * Opens the outbox of this phone for one member. IndexedDB holds the truth; the view is a copy of the member's own
 * tickets, kept fresh across tabs. `onBlocked` runs while an older version of the page, in another tab, keeps it from opening.
 */
export async function startOutbox(parts: PhoneParts, memberId: string, onBlocked = () => {}): Promise<Outbox> {
  let showOutdated = () => {};
  const store = await openOutboxStore(parts, { onBlocked, onOutdated: () => showOutdated() });
  await moveOldTickets(store);
  const watched = await watchOutbox(store, memberId);
  showOutdated = () => watched.show({ trouble: 'newer_version' });
  void forgetLongStored(store).catch(() => undefined);

  const mayPersist = async () => {
    if (watched.view().persisted === null) watched.show({ persisted: await parts.persist().catch(() => false) });
    await watched.measure();
  };
  /** A full phone is shown until something could be kept again. */
  const keeping = async (keep: () => Promise<OutboxTicket>) => {
    try {
      const ticket = await keep();
      if (watched.view().trouble === 'full') watched.show({ trouble: null });
      void mayPersist();
      return ticket;
    } catch (error) {
      watched.show({ trouble: isFull(error) ? 'full' : 'store_closed' });
      throw error;
    }
  };

  const handOver = () =>
    changeDraft(store, memberId, (draft) => (draft.photos.length === 0 ? null : { ...draft, status: 'waiting' }));

  return {
    memberId,
    store,
    view: watched.view,
    subscribe: watched.subscribe,
    show: watched.show,
    showProgress: watched.showProgress,
    keepPhoto: (photo, details = {}) => keeping(() => keepPhoto(store, memberId, photo, details)),
    keepTicket: (photos, details = {}) => keeping(() => keepTicket(store, memberId, photos, details)),
    takeOutPhoto: (photoId) => takeOutPhoto(store, memberId, photoId),
    changeDraft: async (details) => void (await changeDraft(store, memberId, (draft) => ({ ...draft, ...details }))),
    handOver,
    readPhoto: async (photoId) => {
      const bytes = await readPhotoBytes(store, photoId);
      return bytes === undefined ? null : new Blob([bytes], { type: mediaTypeOf(watched.view(), photoId) });
    },
    sendAgain: async (uploadId) =>
      void (await changeEntry(store, uploadId, (ticket) => waitAgain(ticket, parts.newId()))),
    backToDraft: async (uploadId) => {
      await handOver();
      await changeEntry(store, uploadId, (refused) =>
        // Other photos than those that the server has heard of are another upload.
        refused.status === 'refused' ? { ...asUnsent(refused), uploadId: parts.newId(), status: 'draft' } : null,
      );
    },
    remove: (uploadId) => removeEntry(store, uploadId),
    close: () => {
      watched.stop();
      store.close();
    },
  };
}

function waitAgain(ticket: OutboxTicket, newId: string): OutboxTicket | null {
  if (ticket.status !== 'refused') return null;
  const usedUp = ticket.refusal?.code === 'upload_id_reused' || ticket.refusal?.code === 'receipt_differs';
  return {
    ...asUnsent(ticket),
    uploadId: usedUp ? newId : ticket.uploadId,
    begun: !usedUp && ticket.begun,
    status: 'waiting',
  };
}

function asUnsent(ticket: OutboxTicket): OutboxTicket {
  return { ...ticket, begun: false, attempts: 0, nextTryAt: 0, trouble: null, refusal: null };
}

function mediaTypeOf(view: OutboxView, photoId: string): string {
  return view.tickets.flatMap(({ photos }) => photos).find(({ id }) => id === photoId)?.mediaType ?? 'image/jpeg';
}
