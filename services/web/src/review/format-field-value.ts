import type { TicketType } from '@ticket-pros/contracts/field';
import { formatDay } from '../tickets/format-time.ts';
import { formatValue } from '../tickets/format-value.ts';

/** A normalized value of a ticket type's field (`total`, `line_items.amount`) as people write it; of a field it doesn't have, as it is. */
export function formatFieldValue({ fields, table }: TicketType, field: string, normalized: string): string {
  const columns = table?.columns.map(({ name, type }) => ({ name: `${table.name}.${name}`, type })) ?? [];
  const type = [...fields, ...columns].find(({ name }) => name === field)?.type;
  if (type === undefined) return normalized;
  return type === 'date' ? formatDay(normalized) : formatValue(type, normalized);
}
