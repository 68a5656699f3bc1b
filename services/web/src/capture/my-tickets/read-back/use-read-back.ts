import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { useMemo, useState } from 'react';
import type { OutboxTicket } from '../../outbox/outbox-ticket.ts';
import { chooseReadBack } from './choose-read-back.ts';
import { keepPutOff, readPutOff } from './put-off.ts';

export interface ReadBackQueue {
  /** The ticket to compare with the paper now. */
  current: TicketSummary | undefined;
  /** Its entry on this phone, with the small picture of its photo. */
  entry: OutboxTicket | undefined;
  /** How many more wait behind it. */
  left: number;
  /** Not now: it is not asked for again on this phone. */
  putOff: (ticketId: string) => void;
}

/** Which of the tickets sent from this phone is to be compared with the paper: one after the other. */
export function useReadBack(tickets: readonly TicketSummary[] | null, entries: readonly OutboxTicket[]): ReadBackQueue {
  const [putOffIds, setPutOffIds] = useState(readPutOff);
  const [shownId, setShownId] = useState<string | null>(null);
  const waiting = useMemo(
    () => chooseReadBack(tickets ?? [], entries, putOffIds, Date.now()),
    [tickets, entries, putOffIds],
  );
  // The one that is being looked at stays, also when a newer one was read: nothing may change under a finger.
  const current = waiting.find(({ id }) => id === shownId) ?? waiting[0];
  if (current !== undefined && current.id !== shownId) setShownId(current.id);

  return {
    current,
    entry: entries.find(({ receipt }) => receipt !== null && receipt.ticketId === current?.id),
    left: Math.max(0, waiting.length - 1),
    putOff: (ticketId) => {
      // The latest last: those are kept.
      const ids = new Set([...putOffIds].filter((id) => id !== ticketId).concat(ticketId));
      keepPutOff(ids);
      setPutOffIds(ids);
    },
  };
}
