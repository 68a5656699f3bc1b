import { changeEntry } from './change-entry.ts';
import type { deliverTicket } from './deliver-ticket.ts';
import { makeRoom } from './make-room.ts';
import { isFull } from './outbox-full-error.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { OutboxTicket } from './outbox-ticket.ts';
import type { OutboxView } from './outbox-view.ts';
import type { Pace } from './pace-chunks.ts';
import { readEntry, readPhotoBytes, readWaiting } from './read-entries.ts';
import { isDue, retryDelay } from './retry-delay.ts';
import type { SendOutcome } from './send-outcome.ts';

export interface Sending {
  store: OutboxStore;
  /** Nobody else's tickets are sent. */
  memberId: string;
  deliver: typeof deliverTicket;
  pace: Pace;
  /** Tickets whose time has not come are sent too. */
  hurry: boolean;
  signal: AbortSignal;
  onProgress: (uploadId: string, fraction: number | null) => void;
  onPaused: (paused: OutboxView['paused']) => void;
  onStored: () => void;
}

/** What is left after a pass: nothing, something that waits for its time or for a connection, or for the member to sign in. */
export type Left = { kind: 'nothing' | 'paused' } | { kind: 'waits'; forMs: number } | { kind: 'cut_off' };

/** Sends what is due, oldest first, until nothing is or the server can't be reached. To be called while the lock is held. */
export async function sendDue(sending: Sending): Promise<Left> {
  const { store, memberId, signal } = sending;
  const { parts } = store;
  const tried = new Set<string>();
  for (;;) {
    // Read inside the lock: another tab may have sent or removed some meanwhile.
    const waiting = await readWaiting(store, memberId);
    if (waiting.length === 0) return { kind: 'nothing' };
    const due = waiting.filter(
      (ticket) => (sending.hurry && !tried.has(ticket.uploadId)) || isDue(ticket, parts.now()),
    );
    if (due.length === 0) {
      return { kind: 'waits', forMs: Math.min(...waiting.map(({ nextTryAt }) => nextTryAt)) - parts.now() };
    }
    for (const { uploadId } of due) {
      // A phone that says it is offline may be wrong: a member who asks for it gets a try.
      if (signal.aborted || (!parts.isOnline() && !sending.hurry)) return { kind: 'cut_off' };
      tried.add(uploadId);
      const outcome = await sendOne(sending, uploadId);
      if (outcome === null) continue;
      sending.onPaused(outcome.kind === 'paused' ? outcome.paused : null);
      if (outcome.kind === 'paused') return { kind: 'paused' };
      if (outcome.kind === 'waits' && outcome.trouble.kind === 'no_connection') return { kind: 'cut_off' };
      if (outcome.kind === 'waits' && outcome.retryAfterMs) return { kind: 'waits', forMs: outcome.retryAfterMs };
    }
  }
}

async function sendOne(sending: Sending, uploadId: string): Promise<SendOutcome | null> {
  const { store, signal, deliver, pace, onProgress } = sending;
  const ticket = await readEntry(store, uploadId);
  if (ticket?.status !== 'waiting' || ticket.memberId !== sending.memberId) return null;
  onProgress(uploadId, 0);
  try {
    // Noted before the server can know of it: a page that is killed in between asks how far it is when it comes back.
    if (!ticket.begun) await keepChange(store, uploadId, (waiting) => ({ ...waiting, begun: true }));
    const outcome = await deliver(ticket, {
      parts: store.parts,
      readBytes: (photoId) => readPhotoBytes(store, photoId),
      pace,
      onProgress: (fraction) => onProgress(uploadId, fraction),
      signal,
    });
    if (signal.aborted && outcome.kind !== 'stored') return null;
    await keepChange(store, uploadId, (waiting) => afterTry(store, waiting, outcome));
    if (outcome.kind === 'stored') sending.onStored();
    return outcome;
  } finally {
    onProgress(uploadId, null);
  }
}

/** Changes what still waits, by then perhaps removed or sent by another tab. */
async function keepChange(
  store: OutboxStore,
  uploadId: string,
  change: (ticket: OutboxTicket) => OutboxTicket | null,
): Promise<void> {
  const write = () => changeEntry(store, uploadId, (ticket) => (ticket.status === 'waiting' ? change(ticket) : null));
  await write().catch(async (error: unknown) => {
    if (!isFull(error)) throw error;
    await makeRoom(store);
    return write();
  });
}

function afterTry({ parts }: OutboxStore, ticket: OutboxTicket, outcome: SendOutcome): OutboxTicket | null {
  switch (outcome.kind) {
    case 'stored':
      return { ...ticket, status: 'stored', receipt: outcome.receipt, storedAt: parts.now(), trouble: null };
    case 'refused':
      return { ...ticket, status: 'refused', refusal: outcome.refusal, trouble: null };
    case 'waits': {
      const attempts = ticket.attempts + 1;
      const wait = Math.max(outcome.retryAfterMs ?? 0, retryDelay(attempts, parts.random()));
      return { ...ticket, attempts, nextTryAt: parts.now() + wait, trouble: outcome.trouble };
    }
    case 'paused':
      return null;
  }
}
