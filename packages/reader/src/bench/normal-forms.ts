import type { Field } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';

/** A row of line items by column. */
export type Row = Record<string, string | null>;

/** The normal form in upper case; text that has none stands for itself. */
export function comparable(field: Field, text: string): string {
  return (normalizeFieldValue(field.type, text) ?? text.trim()).toUpperCase();
}

/** A row in normal forms; what is empty is null. */
export function comparableRow(row: Row, columns: readonly Field[]): Row {
  return Object.fromEntries(
    columns.map((column) => {
      const text = row[column.name] ?? null;
      return [column.name, text === null || text.trim() === '' ? null : comparable(column, text)];
    }),
  );
}
