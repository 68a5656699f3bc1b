import type { OutboxTicket } from './outbox-ticket.ts';

const firstMs = 2_000;
const longestMs = 5 * 60_000;
/** Nothing waits longer than this, whatever the server asks for or the phone's clock says. */
export const longestWaitMs = 15 * 60_000;

/**
 * Milliseconds to wait before the next try after `attempts` failed ones: doubling from two seconds to five minutes, less
 * up to a quarter by `random` (0 to 1), so that phones that lost the same signal do not all come back at once.
 */
export function retryDelay(attempts: number, random: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (1 - random / 4));
}

/** Whether a waiting ticket's time has come; a time too far away was written while the clock was wrong, and counts as come. */
export function isDue({ nextTryAt }: Pick<OutboxTicket, 'nextTryAt'>, now: number): boolean {
  return nextTryAt <= now || nextTryAt - now > longestWaitMs;
}
