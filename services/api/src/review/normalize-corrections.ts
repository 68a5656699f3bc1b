import type { FieldType, TicketType } from '@ticket-pros/contracts/field';
import { findField } from '@ticket-pros/contracts/find-field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { CorrectValues } from '@ticket-pros/contracts/review';
import { ProblemError } from '../problems/problem-error.ts';

export type NormalizedCorrection = { field: string; row: number; normalized: string | null };

const kindOfValue: Record<FieldType, string> = {
  text: 'text',
  code: 'a number or code',
  number: 'a number',
  money: 'an amount',
  date: 'a date',
  time: 'a time',
  unit: 'a unit',
};

/** What members typed, in normal form. Throws `invalid_value` that names each value which does not fit its field. */
export function normalizeCorrections(
  ticketType: TicketType,
  values: CorrectValues['values'],
  dayOrder: DayOrder,
): NormalizedCorrection[] {
  const problems: string[] = [];
  const corrections = values.map(({ field: name, row, text }) => {
    const field = findField(ticketType, { field: name, row });
    if (field === undefined) {
      problems.push(`This ticket type has no field "${name}"${row === 0 ? '' : ` in row ${row}`}.`);
      return { field: name, row, normalized: null };
    }
    const normalized = text === null ? null : normalizeFieldValue(field.type, text, dayOrder);
    if (text !== null && normalized === null) {
      problems.push(`"${text}" is not ${kindOfValue[field.type]} (${name.replaceAll('_', ' ')}).`);
    }
    return { field: name, row, normalized };
  });
  if (problems.length > 0) throw new ProblemError('invalid_value', problems.join(' '));
  return corrections;
}
