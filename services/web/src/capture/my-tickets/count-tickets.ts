import type { OutboxTicket } from '../outbox/outbox-ticket.ts';

export interface TicketCount {
  photographed: number;
  stored: number;
  /** Of the photographed ones: from before today, and not stored yet. */
  earlier: number;
}

type Counted = Pick<OutboxTicket, 'createdAt' | 'status'> & { photos: { length: number } };

/**
 * How many tickets this member photographed today on this phone, and how many of those the server has confirmed. What waits from before
 * today counts as photographed, so that the two numbers are the same only when nothing waits.
 */
export function countTickets(tickets: readonly Counted[], now: number): TicketCount {
  const today = new Date(now).toDateString();
  const count = { photographed: 0, stored: 0, earlier: 0 };
  for (const { createdAt, status, photos } of tickets) {
    if (photos.length === 0) continue;
    const isOfToday = new Date(createdAt).toDateString() === today;
    if (status === 'stored' && !isOfToday) continue;
    count.photographed += 1;
    if (status === 'stored') count.stored += 1;
    else if (!isOfToday) count.earlier += 1;
  }
  return count;
}
