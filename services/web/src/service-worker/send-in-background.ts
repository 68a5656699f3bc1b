import { browserParts } from '../capture/outbox/browser-parts.ts';
import { sendWaiting } from '../capture/outbox/send-waiting.ts';

/**
 * Sends what waits on this phone, of the member whose session this is. Rejects where something still waits, by which the
 * browser knows to wake the worker again.
 */
export async function sendInBackground(): Promise<void> {
  const outcome = await sendWaiting(browserParts(() => undefined));
  if (outcome === 'waits') throw new Error('Something still waits to be sent.');
}
