import type { FieldType } from './field.ts';
import { type DayOrder, normalizeDate } from './normalize-date.ts';
import { normalizeNumber } from './normalize-number.ts';
import { normalizeTime } from './normalize-time.ts';
import { normalizeUnit } from './normalize-unit.ts';

/**
 * The normal form of a value as printed or typed, by field type; null where the text is not a value of that type.
 * Numbers and money: plain decimal (`1234.5`). Dates: ISO, numeric dates in `dayOrder` unless impossible. Times:
 * `HH:MM`. Units: LB KG TON TONNE CY BBL GAL BU HR … . Codes: upper case, no spaces, leading `#`/`No` dropped. Text:
 * single spaces, plain quotes and hyphens, its case kept.
 */
export function normalizeFieldValue(type: FieldType, text: string, dayOrder: DayOrder = 'month-first'): string | null {
  switch (type) {
    case 'number':
    case 'money':
      return normalizeNumber(text);
    case 'date':
      return normalizeDate(text, dayOrder);
    case 'time':
      return normalizeTime(text);
    case 'unit':
      return normalizeUnit(text);
    case 'code':
      return normalizeCode(text);
    case 'text':
      return normalizeText(text);
  }
}

function normalizeText(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02BC`]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(plain) ? plain : null;
}

function normalizeCode(text: string): string | null {
  const code = normalizeText(text)
    ?.toUpperCase()
    .replace(/^(?:#|NO\.?(?=[\s\d])|N°)\s*/, '')
    .replace(/\s+/g, '');
  return code === undefined || !/[\p{L}\p{N}]/u.test(code) ? null : code;
}
