import { deliverTicket } from './deliver-ticket.ts';
import { lockName } from './hold-lock.ts';
import { moveOldTickets } from './move-old-tickets.ts';
import { openOutboxStore } from './outbox-store.ts';
import { paceChunks } from './pace-chunks.ts';
import { parseObject } from './parse-object.ts';
import type { PhoneParts } from './phone-parts.ts';
import { sendDue } from './send-due.ts';

/**
 * Sends, without a page, what waits on this phone for the member whose session the browser has; for a service worker.
 * 'waits' where there is more to send later: the browser is to call again.
 */
export async function sendWaiting(parts: PhoneParts): Promise<'nothing-waits' | 'waits'> {
  const memberId = await askWhoIsSignedIn(parts);
  if (memberId === 'nobody') return 'nothing-waits';
  if (memberId === null) return 'waits';
  const store = await openOutboxStore(parts, { onBlocked: () => {}, onOutdated: () => {} });
  try {
    return await parts.locks.request(lockName, { ifAvailable: true }, async (lock) => {
      // A page sends, and goes on without this.
      if (lock === null) return 'waits';
      await moveOldTickets(store);
      const left = await sendDue({
        store,
        memberId,
        deliver: deliverTicket,
        pace: paceChunks(),
        hurry: true,
        signal: new AbortController().signal,
        onProgress: (uploadId, fraction) => parts.tellTabs({ kind: 'progress', uploadId, fraction }),
        onPaused: (paused) => parts.tellTabs({ kind: 'paused', paused }),
        onStored: () => {},
      });
      return left.kind === 'nothing' || left.kind === 'paused' ? 'nothing-waits' : 'waits';
    });
  } finally {
    store.close();
  }
}

/** The member of the session, 'nobody' where none may send, null where the server can't be asked. */
async function askWhoIsSignedIn(parts: PhoneParts): Promise<string | null> {
  try {
    const response = await parts.fetch(`${parts.origin}/v1/me`, { headers: { accept: 'application/json' } });
    const me = parseObject(await response.text());
    if (response.status === 401) return 'nobody';
    if (!response.ok || me === null) return null;
    // An owner who looks as somebody else sends nothing of theirs.
    if (me.seeingAs !== null) return 'nobody';
    const member = typeof me.member === 'object' && me.member !== null ? { ...me.member } : {};
    return 'id' in member && typeof member.id === 'string' ? member.id : null;
  } catch {
    return null;
  }
}
