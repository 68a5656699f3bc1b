import { pageLocale } from '../messages/page-language.ts';

const plain = /^-?\d+(\.\d+)?$/;

/** A plain decimal with thousands parted and at least two places after the point; any other text stays as it is. */
export function formatAmount(value: string): string {
  if (!plain.test(value)) return value;
  const places = value.split('.')[1]?.length ?? 0;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: Math.max(2, Math.min(places, 6)) };
  return Number(value).toLocaleString(pageLocale(), digits);
}
