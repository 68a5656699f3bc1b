import type { Outbox } from './outbox.ts';
import type { OutboxTicket } from './outbox-ticket.ts';
import { retryDelay } from './retry-delay.ts';
import { sendTicket } from './send-ticket.ts';

export interface OutboxSender {
  /** Sends whatever is due; harmless to call at any time. */
  wake: () => void;
  /** Sends everything that waits, without the delay after a failed try. */
  hurry: () => void;
  stop: () => void;
}

const lockName = 'ticket-pros-outbox';

/**
 * Sends this member's waiting tickets one after the other, oldest first, and tries again by itself: after a growing
 * delay, when the signal comes back and when the page is looked at again. A lock lets only one tab send.
 */
export function startSending(outbox: Outbox, memberId: string, onStored: () => Promise<void>): OutboxSender {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  let running = false;
  let stopped = false;

  const mine = (status: OutboxTicket['status']) =>
    outbox.view().tickets.filter((ticket) => ticket.status === status && ticket.memberId === memberId);

  const nextDue = () => mine('waiting').sort((one, other) => one.nextTryAt - other.nextTryAt)[0];

  const sendOne = async (uploadId: string): Promise<boolean> => {
    // Read inside the lock: another tab may have sent or removed it meanwhile.
    const ticket = await outbox.read(uploadId);
    if (ticket?.status !== 'waiting' || stopped) return true;
    outbox.setProgress(uploadId, 0);
    const outcome = await sendTicket(ticket, (fraction) => outbox.setProgress(uploadId, fraction));
    if (outcome.kind === 'stored') {
      await outbox.put({ ...ticket, status: 'stored', photos: [] });
      await onStored();
      await outbox.remove(uploadId);
    } else if (outcome.kind === 'refused') {
      await outbox.put({ ...ticket, status: 'refused', refusal: outcome.refusal });
    } else if (outcome.kind === 'try-later') {
      const attempts = ticket.attempts + 1;
      const nextTryAt = Date.now() + retryDelay(attempts, Math.random());
      await outbox.put({ ...ticket, attempts, nextTryAt });
    }
    outbox.setProgress(uploadId, null);
    outbox.setSignedOut(outcome.kind === 'signed-out');
    return outcome.kind !== 'signed-out';
  };

  const sendDue = async () => {
    clearTimeout(timer);
    // A page that was closed right after storing left these behind.
    for (const ticket of mine('stored')) await outbox.remove(ticket.uploadId);
    for (let ticket = nextDue(); ticket && !stopped && navigator.onLine; ticket = nextDue()) {
      if (ticket.nextTryAt > Date.now()) {
        timer = setTimeout(wake, ticket.nextTryAt - Date.now());
        return;
      }
      if (!(await sendOne(ticket.uploadId))) return;
    }
  };

  const wake = () => {
    asked = true;
    if (running || stopped) return;
    running = true;
    navigator.locks
      .request(lockName, async () => {
        while (asked && !stopped) {
          asked = false;
          await sendDue();
        }
      })
      .catch(() => {
        // The phone's store refused (full, or being cleared): the tickets are still in it, so come back to them.
        timer = setTimeout(wake, 30_000);
      })
      .finally(() => {
        running = false;
      });
  };

  const hurry = () => {
    void Promise.all(mine('waiting').map((ticket) => outbox.put({ ...ticket, nextTryAt: 0 }))).then(wake);
  };

  const wakeWhenSeen = () => {
    if (document.visibilityState === 'visible') wake();
  };
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', wakeWhenSeen);
  wake();

  return {
    wake,
    hurry,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener('online', hurry);
      document.removeEventListener('visibilitychange', wakeWhenSeen);
    },
  };
}
