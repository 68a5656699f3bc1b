import { formatAmount } from '../../tickets/format-amount.ts';
import { formatNumber } from '../../tickets/format-number.ts';
import { formatDay } from '../../tickets/format-time.ts';

export type ValueKind = 'text' | 'number' | 'money' | 'date';

/** A normalized value as people write it in the page's language. */
export function formatCheckedValue(kind: ValueKind, normalized: string): string {
  if (kind === 'date') return formatDay(normalized);
  if (kind === 'money') return formatAmount(normalized);
  return kind === 'number' ? formatNumber(normalized) : normalized;
}
