import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';

/** Signs of money before an amount: `$`, `RM`, `USD`, `US$`, `MYR`. */
const currency = /^(-?)(?:[A-Z]{0,3}[$€£]|R[MN]?|MYR|USD|CAD|AUD|NZD|SGD|EUR|GBP)(?=[-(]?[\dOo.])/;
const amount = /^\(?[-+]?(?:\d{1,3}(?:[,.']\d{3})+|\d{1,7})?[.,:]\d{2}\)?-?$/;

/** An amount of money with its cents, as a plain decimal (`RM 1,204.50` → `1204.5`); null for other numbers and words. */
export function readAmount(text: string): string | null {
  const plain = text
    .replace(currency, '$1')
    .replace(/^\*+|[*_|]+$/g, '')
    .replace(/[Oo]/g, '0')
    .replace(/(?<=\d)[A-Z]{1,2}$/, '');
  if (!amount.test(plain)) return null;
  return normalizeFieldValue('money', plain.replace(/^\+/, '').replace(/[.,:](\d\d\)?-?)$/, '.$1'));
}
