import { pageLocale } from '../messages/page-language.ts';

const plain = /^-?\d+(\.\d+)?$/;

/** A plain decimal with thousands parted, its places as they are; any other text stays as it is. */
export function formatNumber(value: string): string {
  if (!plain.test(value)) return value;
  const places = value.split('.')[1]?.length ?? 0;
  return Number(value).toLocaleString(pageLocale(), { minimumFractionDigits: places, maximumFractionDigits: places });
}
