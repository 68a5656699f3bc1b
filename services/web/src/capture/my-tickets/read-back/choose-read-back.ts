import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import type { OutboxTicket } from '../../outbox/outbox-ticket.ts';

export type ReadBackTicket = Pick<TicketSummary, 'id' | 'state' | 'confirmedByCrewAt' | 'replacedByTicketId'>;
export type SentEntry = Pick<OutboxTicket, 'status' | 'createdAt' | 'storedAt' | 'receipt'>;

/** A shift: for so long the paper is probably still at hand. In milliseconds. */
const paperAtHand = 12 * 3_600_000;

/**
 * The tickets sent from this phone whose reading has ended and that nobody compared with the paper yet, newest paper first. `putOff` holds
 * the ids of those that were put off.
 */
export function chooseReadBack<Ticket extends ReadBackTicket>(
  tickets: readonly Ticket[],
  entries: readonly SentEntry[],
  putOff: ReadonlySet<string>,
  now: number,
): Ticket[] {
  const photographedAt = new Map<string, number>();
  for (const { status, receipt, createdAt, storedAt } of entries) {
    if (status !== 'stored' || receipt === null || now - (storedAt ?? createdAt) > paperAtHand) continue;
    photographedAt.set(receipt.ticketId, createdAt);
  }
  const timeOf = ({ id }: Ticket) => photographedAt.get(id) ?? 0;
  return tickets
    .filter(
      (ticket) =>
        photographedAt.has(ticket.id) &&
        !putOff.has(ticket.id) &&
        ticket.replacedByTicketId === null &&
        (ticket.state === 'failed' || (ticket.state === 'needs_review' && ticket.confirmedByCrewAt === null)),
    )
    .sort((one, other) => timeOf(other) - timeOf(one));
}
