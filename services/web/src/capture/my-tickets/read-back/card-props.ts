import type { TicketDetail, TicketSummary } from '@ticket-pros/contracts/ticket';
import type { OutboxPhoto } from '../../outbox/outbox-ticket.ts';

/** What every card of the read-back is told, and what it asks for. */
export interface CardProps {
  ticket: TicketSummary;
  /** The first photo as it is kept here; it may have lost its small picture. */
  photo: OutboxPhoto | undefined;
  left: number;
  onChanged: (ticket: TicketDetail) => void;
  onConflict: () => Promise<void>;
  onRetake: () => void;
  onPutOff: () => void;
}
