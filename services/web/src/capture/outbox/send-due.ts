import { changeEntry } from './change-entry.ts';
import type { deliverTicket } from './deliver-ticket.ts';
import { makeRoom } from './make-room.ts';
import { isFull } from './outbox-full-error.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { OutboxTicket } from './outbox-ticket.ts';
import type { OutboxView } from './outbox-view.ts';
import { readEntry, readPhotoBytes, readWaiting } from './read-entries.ts';
import type { SendOutcome } from './read-upload-answer.ts';
import { isDue, retryDelay } from './retry-delay.ts';

export interface Sending {
  store: OutboxStore;
  /** Nobody else's tickets are sent. */
  memberId: string;
  deliver: typeof deliverTicket;
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
      if (signal.aborted || !parts.isOnline()) return { kind: 'cut_off' };
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
  const { store, signal, deliver, onProgress } = sending;
  let ticket = await readEntry(store, uploadId);
  if (ticket?.status !== 'waiting' || ticket.memberId !== sending.memberId) return null;
  onProgress(uploadId, 0);
  try {
    const outcome = await deliver(ticket, {
      parts: store.parts,
      readBytes: (photoId) => readPhotoBytes(store, photoId),
      onProgress: (fraction) => onProgress(uploadId, fraction),
      signal,
    });
    if (signal.aborted) return null;
    // From now on the server may know this upload id, whatever came back.
    ticket = (await keepOutcome(store, uploadId, outcome)) ?? ticket;
    if (outcome.kind === 'stored') sending.onStored();
    return outcome;
  } finally {
    onProgress(uploadId, null);
  }
}

async function keepOutcome(store: OutboxStore, uploadId: string, outcome: SendOutcome): Promise<OutboxTicket | null> {
  const change = () =>
    changeEntry(store, uploadId, (ticket) => (ticket.status === 'waiting' ? afterTry(store, ticket, outcome) : null));
  return change().catch(async (error: unknown) => {
    if (!isFull(error)) throw error;
    await makeRoom(store);
    return change();
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
