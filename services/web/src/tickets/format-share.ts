import { pageLocale } from '../messages/page-language.ts';

/** A share between 0 and 1 in percent with at most one decimal, never rounded up: nothing below certainty is shown as 100 %. */
export function formatShare(share: number): string {
  return share.toLocaleString(pageLocale(), { style: 'percent', maximumFractionDigits: 1, roundingMode: 'floor' });
}
