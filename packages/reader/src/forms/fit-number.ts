import type { FieldType } from '@ticket-pros/contracts/field';
import type { FormField } from '@ticket-pros/contracts/form';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { PageWord } from '../text/page-word.ts';
import type { Typed } from '../values/read-typed.ts';

/** So much has to be said of a field before a number is read otherwise than it looks. */
const leastWeight = 0.9;
const fitOfOther = 0.85;

/**
 * A number as those that stood in its field before are made: `28, 720` and `14.660` as thousands where weights have five
 * digits and no decimals (`1b` behind them is `lb`). The plain reading where that one agrees with them, or nothing does.
 */
export function fitNumber(
  type: FieldType,
  { shapes }: FormField,
  words: readonly PageWord[],
  plain: Typed | null,
  dayOrder: DayOrder,
): Typed | null {
  const total = shapes.reduce((sum, { weight }) => sum + weight, 0);
  const isUsual = (normalized: string): boolean => shapes.some(({ shape }) => isMadeAlike(normalized, shape));
  const isWhole = plain !== null && plain.words.length === words.length;
  if (plain !== null && (total < leastWeight || (isUsual(plain.normalized) && isWhole))) return plain;
  const tight = words.map(({ text }) => text).join('');
  const thousands = tight.replace(/1bs?\W*$|\D+$/i, '').replace(/[.,](\d{3})$/, '$1');
  for (const text of [tight, thousands]) {
    const normalized = normalizeFieldValue(type, text, dayOrder);
    if (normalized === null || (total >= leastWeight && !isUsual(normalized))) continue;
    return { words, printedText: words.map((word) => word.text).join(' '), normalized, fit: fitOfOther };
  }
  return plain;
}

/** Whether a number has decimals where the shape has some, and nearly as many digits before them. */
function isMadeAlike(normalized: string, shape: string): boolean {
  const [whole = '', decimals = ''] = normalized.split('.');
  const [shapeWhole = '', shapeDecimals = ''] = shape.split('.');
  return (decimals === '') === (shapeDecimals === '') && Math.abs(whole.length - shapeWhole.length) <= 1;
}
