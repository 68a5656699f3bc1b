import { deliverTicket } from './deliver-ticket.ts';
import { holdLock } from './hold-lock.ts';
import { describePhoto } from './keep-photo.ts';
import { keepReceipt } from './keep-receipt.ts';
import type { Outbox } from './outbox.ts';
import { type NewPhoto, newDraft, type TicketDetails } from './outbox-ticket.ts';
import { paceChunks } from './pace-chunks.ts';
import { retryDelay } from './retry-delay.ts';
import { type Left, sendDue } from './send-due.ts';

export interface OutboxSender {
  /** Sends whatever is due; harmless to call at any time. */
  wake: () => void;
  /** Sends everything that waits, without the delay after a failed try. */
  hurry: () => void;
  /** Sends photos that the phone has no space to keep, from memory. The same photos are the same upload each time. */
  sendUnkept: (photos: readonly NewPhoto[], details?: TicketDetails) => Promise<'stored' | 'not_sent'>;
  stop: () => void;
}

/** While the member has to sign in, and after the phone's store failed: somebody may have mended it elsewhere. */
const lookAgainMs = 60_000;

/**
 * Sends this member's waiting tickets one after the other, oldest first, and tries again by itself: after a growing
 * delay, when the signal comes back and when the page is looked at again. A lock lets only one tab send.
 */
export function startSending(outbox: Outbox, onStored: () => void = () => {}): OutboxSender {
  const { store, memberId } = outbox;
  const { parts } = store;
  const stopped = new AbortController();
  const pace = paceChunks();
  const unkeptIds = new WeakMap<NewPhoto, string>();
  let asked: 'no' | 'due' | 'all' = 'no';
  let running = false;
  let cutOff = 0;
  let cancelTimer = () => {};

  const pass = async (hurry: boolean): Promise<Left> => {
    return sendDue({
      store,
      memberId,
      deliver: deliverTicket,
      pace,
      hurry,
      signal: stopped.signal,
      onProgress: outbox.showProgress,
      onPaused: (paused) => outbox.view().paused !== paused && outbox.show({ paused }),
      onStored,
    });
  };
  const sendUnkept = async (photos: readonly NewPhoto[], details: TicketDetails = {}) => {
    const [first] = photos;
    if (!first) return 'not_sent';
    const uploadId = unkeptIds.get(first) ?? parts.newId();
    unkeptIds.set(first, uploadId);
    const ids = new Map(photos.map((photo) => [parts.newId(), photo]));
    const described = [...ids].map(([id, photo]) => describePhoto(id, photo));
    const ticket = { ...newDraft(uploadId, memberId, parts.now()), ...details, photos: described, begun: true };
    const outcome = await deliverTicket(ticket, {
      parts,
      readBytes: async (photoId) => ids.get(photoId)?.bytes.slice().buffer,
      pace,
      onProgress: () => {},
      signal: stopped.signal,
    });
    if (outcome.kind !== 'stored') return 'not_sent';
    await keepReceipt(store, ticket, outcome.receipt);
    return 'stored';
  };
  const after = (left: Left) => {
    cutOff = left.kind === 'cut_off' ? cutOff + 1 : 0;
    if (left.kind !== 'nothing') parts.askForBackgroundSend();
    if (left.kind === 'waits') wakeIn(Math.max(left.forMs, 1_000));
    else if (left.kind === 'cut_off') wakeIn(retryDelay(cutOff, parts.random()));
    else if (left.kind === 'paused') wakeIn(lookAgainMs);
  };
  const wakeIn = (milliseconds: number) => {
    cancelTimer();
    if (!stopped.signal.aborted) cancelTimer = parts.setTimer(() => start('due'), milliseconds);
  };

  const start = (what: 'due' | 'all') => {
    if (asked !== 'all') asked = what;
    if (running || stopped.signal.aborted) return;
    running = true;
    cancelTimer();
    const passes = async () => {
      while (asked !== 'no' && !stopped.signal.aborted) {
        const hurry = asked === 'all';
        asked = 'no';
        after(await pass(hurry));
      }
    };
    holdLock(parts, passes)
      // The phone's store failed (full, or being cleared), or the code could not be loaded: the tickets are still there.
      .catch(() => wakeIn(lookAgainMs))
      .finally(() => {
        running = false;
        if (asked !== 'no') start('due');
      });
  };

  const forget = [
    parts.onAwake(() => start('all')),
    store.onWritten((changes) => {
      // Handed over just now, here.
      if ([...changes.values()].some((ticket) => ticket?.status === 'waiting' && ticket.attempts === 0)) start('due');
    }),
  ];
  start('due');

  return {
    wake: () => start('due'),
    hurry: () => start('all'),
    sendUnkept,
    stop: () => {
      stopped.abort();
      cancelTimer();
      for (const stop of forget) stop();
    },
  };
}
