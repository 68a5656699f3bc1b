import { expect, test } from '@jest/globals';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import { setPageLanguage } from '../messages/page-language.ts';
import { formatAmount } from './format-amount.ts';
import { formatDay, formatTime } from './format-time.ts';
import { formatValue } from './format-value.ts';

test('amounts have thousands parted and keep the places that were read', () => {
  expect(formatAmount('1234.5')).toBe('1,234.50');
  expect(formatAmount('0.0375')).toBe('0.0375');
  expect(formatAmount('-12')).toBe('-12.00');
  expect(formatAmount('n/a')).toBe('n/a');
});

test('a day is the same day in every zone', () => {
  expect(formatDay('2025-05-30')).toBe('May 30, 2025');
  expect(formatDay('30-MAY')).toBe('30-MAY');
});

test('times are told in the zone of the account', () => {
  const now = new Date('2025-05-30T18:00:00Z');
  const plainSpaces = (text: string) => text.replace(/\s/g, ' ');
  expect(plainSpaces(formatTime('2025-05-30T15:05:00Z', 'America/Denver', now))).toBe('9:05 AM');
  expect(plainSpaces(formatTime('2025-05-30T05:05:00Z', 'America/Denver', now))).toBe('May 29, 11:05 PM');
  expect(plainSpaces(formatTime('2024-12-31T12:00:00Z', 'UTC', now))).toBe('Dec 31, 2024, 12:00 PM');
});

const values = [
  ['money', '1536', '1,536.00'],
  ['money', '0.125', '0.125'],
  ['money', '-12.5', '-12.50'],
  ['number', '76560', '76,560'],
  ['number', '9.5', '9.5'],
  ['code', '76560', '76560'],
  ['date', '2025-09-04', '2025-09-04'],
] as const;

test.each(values)('a %s %s is shown as %s, and reads back as the same value', (type, normalized, shown) => {
  expect(formatValue(type, normalized)).toBe(shown);
  expect(normalizeFieldValue(type, shown)).toBe(normalized);
});

test('in Spanish days and times are written as there, numbers as on the paper', () => {
  // What the browser has: the page whose language is set.
  Object.assign(globalThis, { document: { documentElement: { lang: 'en' } } });
  setPageLanguage('es');
  try {
    const now = new Date('2025-05-30T18:00:00Z');
    expect(formatDay('2025-05-30')).toBe('30 may 2025');
    expect(formatTime('2025-05-30T15:05:00Z', 'America/Denver', now)).toMatch(/^9:05\sa\.\s?m\.$/);
    for (const [type, normalized, shown] of values) expect(formatValue(type, normalized)).toBe(shown);
    expect(document.documentElement.lang).toBe('es');
  } finally {
    setPageLanguage('en');
  }
});
