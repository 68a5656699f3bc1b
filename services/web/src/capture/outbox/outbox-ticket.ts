import type { UploadReceipt } from '@ticket-pros/contracts/upload';

/** One photo of a ticket: metadata already stripped, hash over the bytes as they will be sent, which are kept apart. */
export interface OutboxPhoto {
  id: string;
  sha256: string;
  mediaType: string;
  /** In bytes. */
  size: number;
  /** A small JPEG; null where none could be drawn, or where it was dropped to make room. */
  thumbnail: ArrayBuffer | null;
}

/** A photo that is not kept yet. */
export interface NewPhoto {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  sha256: string;
  thumbnail: Uint8Array<ArrayBuffer> | null;
}

export interface TicketDetails {
  ticketType?: 'field_ticket' | 'receipt';
  /** The member's own ticket on the server that this one takes the place of. */
  replacesTicketId?: string | null;
}

/** Why the server does not want a ticket as it is: its code and its own sentence. `photo_lost` and such come from here. */
export interface Refusal {
  /** Absent on tickets that were refused before codes were kept. */
  code?: string;
  title: string;
  detail: string | null;
}

/** Why the last try failed of a ticket that goes on waiting and is tried again by itself. */
export interface SendTrouble {
  /** `held_by_company`: the account does not take tickets now, as over its plan's limit; nothing is wrong with the photos. */
  kind: 'no_connection' | 'server_busy' | 'not_our_server' | 'held_by_company';
  code?: string;
  title?: string;
}

/**
 * A ticket kept on the phone. `draft` is still being photographed, `waiting` is to be sent (not before `nextTryAt`),
 * `refused` needs the member, `stored` is safe on the server: the photos' bytes are gone, thumbnail and receipt stay.
 */
export interface OutboxTicket {
  uploadId: string;
  memberId: string;
  /** The phone's clock, which may be wrong by days: for people to read, and for nothing else. */
  createdAt: number;
  status: 'draft' | 'waiting' | 'refused' | 'stored';
  ticketType: 'field_ticket' | 'receipt';
  replacesTicketId: string | null;
  photos: OutboxPhoto[];
  /** Whether the server may have heard of this upload id. */
  begun: boolean;
  attempts: number;
  nextTryAt: number;
  trouble: SendTrouble | null;
  refusal: Refusal | null;
  receipt: UploadReceipt | null;
  /** When the receipt came, by the phone's clock. */
  storedAt: number | null;
}

/** An empty ticket, ready for its first photo. Its upload id stays the same through every try. */
export function newDraft(uploadId: string, memberId: string, now: number): OutboxTicket {
  return {
    uploadId,
    memberId,
    createdAt: now,
    status: 'draft',
    ticketType: 'field_ticket',
    replacesTicketId: null,
    photos: [],
    begun: false,
    attempts: 0,
    nextTryAt: 0,
    trouble: null,
    refusal: null,
    receipt: null,
    storedAt: null,
  };
}
