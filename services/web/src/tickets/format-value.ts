import type { FieldType } from '@ticket-pros/contracts/field';
import { formatAmount } from './format-amount.ts';
import { formatNumber } from './format-number.ts';

/** A normalized value as people write it on paper, in a form that reads back as the same value. */
export function formatValue(type: FieldType, normalized: string): string {
  if (type === 'money') return formatAmount(normalized);
  return type === 'number' ? formatNumber(normalized) : normalized;
}
