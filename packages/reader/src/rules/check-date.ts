import { type DayOrder, normalizeDate } from '@ticket-pros/contracts/normalize-date';

export type CheckedDate = { normalized: string; outcome: 'holds' | 'repaired' | 'fails' };

/**
 * A ticket is not from the future: a date after the latest day that it can be of (both `YYYY-MM-DD`) is read in the other order of day and
 * month where that makes it an earlier one, and doubted where it does not.
 */
export function checkDate(printedText: string, normalized: string, dayOrder: DayOrder, latest: string): CheckedDate {
  if (normalized <= latest) return { normalized, outcome: 'holds' };
  const other = normalizeDate(printedText, dayOrder === 'month-first' ? 'day-first' : 'month-first');
  return other !== null && other <= latest
    ? { normalized: other, outcome: 'repaired' }
    : { normalized, outcome: 'fails' };
}
