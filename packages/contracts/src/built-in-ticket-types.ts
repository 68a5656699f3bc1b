import type { TicketType } from './field.ts';
import { fieldTicketType } from './field-ticket-type.ts';
import { receiptTicketType } from './receipt-ticket-type.ts';

export const builtInTicketTypes: readonly TicketType[] = [fieldTicketType, receiptTicketType];

/** The built-in ticket type with this key, or undefined. */
export function findTicketType(key: string): TicketType | undefined {
  return builtInTicketTypes.find((type) => type.key === key);
}
