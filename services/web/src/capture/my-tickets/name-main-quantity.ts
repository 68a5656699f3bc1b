import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { formatNumber } from '../../tickets/format-number.ts';

export type MainQuantity = { label: 'netWeight' | 'quantity'; text: string };

/** What was hauled or delivered, in one line for whoever still has the paper in hand: net weight before quantity. */
export function nameMainQuantity(
  ticket: Pick<TicketSummary, 'netWeight' | 'quantity' | 'unit'>,
): MainQuantity | undefined {
  if (ticket.netWeight !== null) return { label: 'netWeight', text: formatNumber(ticket.netWeight) };
  if (ticket.quantity === null) return undefined;
  const quantity = formatNumber(ticket.quantity);
  return { label: 'quantity', text: ticket.unit === null ? quantity : `${quantity} ${ticket.unit}` };
}
