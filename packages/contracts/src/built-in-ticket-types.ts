import type { TicketType } from './field.ts';
import { fieldTicketType } from './field-ticket-type.ts';

const builtInTicketTypes: readonly TicketType[] = [fieldTicketType];

/** The built-in ticket type with this key, or undefined. */
export function findTicketType(key: string): TicketType | undefined {
  return builtInTicketTypes.find((type) => type.key === key);
}
