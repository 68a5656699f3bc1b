import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import type { FieldType } from '@ticket-pros/contracts/field';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import type { ValueKind } from '../format-checked-value.ts';

export interface ListedValue {
  key: string;
  field: string;
  row: number;
  kind: ValueKind;
  /** In normal form; null where nothing was found, or where it is blank on the paper. */
  normalized: string | null;
}

/** Asked for on every ticket, found or not. */
const always = ['ticket_number', 'date', 'customer', 'quantity', 'total'];

/**
 * A ticket's values in the order of its type: plain fields that were found or are always wanted, then the table's cells by their rows.
 */
export function listValues({ ticketType, values }: Pick<TicketDetail, 'ticketType' | 'values'>): {
  plain: ListedValue[];
  rows: { row: number; cells: ListedValue[] }[];
} {
  const type = findTicketType(ticketType);
  const found = new Map(values.map((value) => [`${value.field}/${value.row}`, value.normalized]));
  const list = (field: string, row: number, fieldType: FieldType): ListedValue => {
    const key = `${field}/${row}`;
    return { key, field, row, kind: kindOf(fieldType), normalized: found.get(key) ?? null };
  };
  const plain = (type?.fields ?? [])
    .map(({ name, type: fieldType }) => list(name, 0, fieldType))
    .filter(({ field, normalized }) => normalized !== null || always.includes(field));
  const table = type?.table;
  const numbers = new Set(values.filter(({ row, normalized }) => row > 0 && normalized !== null).map(({ row }) => row));
  const rows = [...numbers]
    .sort((one, other) => one - other)
    .map((row) => ({
      row,
      cells: (table?.columns ?? [])
        .map((column) => list(`${table?.name}.${column.name}`, row, column.type))
        .filter(({ normalized }) => normalized !== null),
    }));
  return { plain, rows };
}

function kindOf(type: FieldType): ValueKind {
  return type === 'number' || type === 'money' || type === 'date' ? type : 'text';
}
