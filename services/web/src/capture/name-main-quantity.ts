import type { TicketSummary } from '@ticket-pros/contracts/ticket';

export type MainQuantity = { label: 'netWeight' | 'quantity'; text: string };

const plain = /^-?\d+(\.\d+)?$/;

/** What was hauled or delivered, in one line for whoever still has the paper in hand: net weight before quantity. */
export function nameMainQuantity(
  ticket: Pick<TicketSummary, 'netWeight' | 'quantity' | 'unit'>,
): MainQuantity | undefined {
  if (ticket.netWeight !== null) return { label: 'netWeight', text: partThousands(ticket.netWeight) };
  if (ticket.quantity === null) return undefined;
  const quantity = partThousands(ticket.quantity);
  return { label: 'quantity', text: ticket.unit === null ? quantity : `${quantity} ${ticket.unit}` };
}

function partThousands(value: string): string {
  return plain.test(value) ? Number(value).toLocaleString('en-US', { maximumFractionDigits: 6 }) : value;
}
