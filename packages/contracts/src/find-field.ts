import type { Field, TicketType } from './field.ts';
import type { ValueAddress } from './value.ts';

/** The field that an address means on a ticket type, or undefined where the type has no such field or the row is off. */
export function findField(ticketType: TicketType, address: ValueAddress): Field | undefined {
  const [name, column] = address.field.split('.');
  if (column === undefined) {
    return address.row === 0 ? ticketType.fields.find((field) => field.name === name) : undefined;
  }
  const { table } = ticketType;
  if (table === null || table.name !== name || address.row < 1) return undefined;
  return table.columns.find((field) => field.name === column);
}
