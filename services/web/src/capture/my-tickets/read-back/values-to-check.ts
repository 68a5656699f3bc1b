import type { TicketSummary } from '@ticket-pros/contracts/ticket';

import type { ValueKind } from '../format-checked-value.ts';

/** A value that is compared with the paper: which one, how it is typed, and what stands there now in normal form (null: nothing). */
export interface CheckedValue {
  field: string;
  kind: ValueKind;
  normalized: string | null;
  /** What a number counts, where the ticket says it. */
  unit: string | null;
}

type Checked = Pick<
  TicketSummary,
  'ticketType' | 'ticketNumber' | 'date' | 'netWeight' | 'quantity' | 'unit' | 'total'
>;

/** Which values the crew compares with the paper: which ticket it is, of what day, and how much was hauled, delivered or paid. */
export function valuesToCheck(ticket: Checked): CheckedValue[] {
  const date: CheckedValue = { field: 'date', kind: 'date', normalized: ticket.date, unit: null };
  const total: CheckedValue = { field: 'total', kind: 'money', normalized: ticket.total, unit: null };
  if (ticket.ticketType === 'receipt') return [total, date];
  const number: CheckedValue = { field: 'ticket_number', kind: 'text', normalized: ticket.ticketNumber, unit: null };
  return [number, mainQuantity(ticket) ?? total, date];
}

/** Net weight before quantity; null where only a total was read. */
function mainQuantity({ netWeight, quantity, unit, total }: Checked): CheckedValue | null {
  if (netWeight !== null) return { field: 'net_weight', kind: 'number', normalized: netWeight, unit: null };
  if (quantity === null && total !== null) return null;
  return { field: 'quantity', kind: 'number', normalized: quantity, unit: quantity === null ? null : unit };
}
