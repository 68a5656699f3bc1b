/** One photo as it will be sent: metadata already stripped, hash over these very bytes. */
export interface OutboxPhoto {
  id: string;
  blob: Blob;
  sha256: string;
}

/** Why the server does not want a ticket as it is: its code and its own sentence. */
export interface Refusal {
  /** Absent on tickets that were refused before codes were kept. */
  code?: string;
  title: string;
  detail: string | null;
}

/**
 * A ticket kept on the phone. `draft` is still being photographed, `waiting` is to be sent (never before `nextTryAt`),
 * `refused` needs the member, `stored` is safe on the server and only waits to be removed here.
 */
export interface OutboxTicket {
  uploadId: string;
  memberId: string;
  createdAt: number;
  status: 'draft' | 'waiting' | 'refused' | 'stored';
  photos: OutboxPhoto[];
  attempts: number;
  nextTryAt: number;
  refusal: Refusal | null;
}

/** An empty ticket, ready for its first photo. Its upload id stays the same through every try. */
export function newDraft(memberId: string, now: number): OutboxTicket {
  return {
    uploadId: crypto.randomUUID(),
    memberId,
    createdAt: now,
    status: 'draft',
    photos: [],
    attempts: 0,
    nextTryAt: 0,
    refusal: null,
  };
}
