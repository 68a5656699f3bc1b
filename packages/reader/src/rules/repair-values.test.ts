import { expect, test } from '@jest/globals';
import type { FieldType } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import { madeUpWords } from '../testing/made-up-words.ts';
import { repairValues } from './repair-values.ts';

const types = new Map<string, FieldType>(
  Object.entries({
    gross_weight: 'number',
    tare_weight: 'number',
    net_weight: 'number',
    subtotal: 'money',
    tax: 'money',
    total: 'money',
  }),
);

/** Each text is what was read; `9?4` says that the engine took a sign for 9 and thought of 4 as well. */
function repaired(read: Record<string, string>): Record<string, string> {
  const values = Object.entries(read).map(([field, marked]) => {
    const printedText = marked.replace(/\?./g, '');
    const signs = [...marked.matchAll(/(.)(?:\?(.))?/g)].map(([, text = '', other]) => ({
      text,
      confidence: other === undefined ? 0.99 : 0.6,
      alternatives: other === undefined ? [] : [{ text: other, confidence: 0.35 }],
    }));
    const words = madeUpWords([0, 0, printedText]).map((word) => ({ ...word, characters: signs }));
    const normalized = normalizeFieldValue(types.get(field) ?? 'text', printedText) ?? '';
    return { field, words, printedText, normalized };
  });
  return Object.fromEntries(repairValues(values, types));
}

test('a sign that the engine was in doubt about is read so that the weights agree', () => {
  expect(repaired({ gross_weight: '89,240', tare_weight: '33,9?860', net_weight: '55,380' })).toEqual({
    tare_weight: '33860',
  });
});

test('a decimal point that was lost, and thousands read as decimals, are put right where the sum then holds', () => {
  expect(repaired({ subtotal: '$6,922.25', tax: '$38072', total: '$7302.97' })).toEqual({ tax: '380.72' });
  expect(repaired({ gross_weight: '28,320', tare_weight: '13,660', net_weight: '14.660' })).toEqual({
    net_weight: '14660',
  });
});

test('numbers that agree stay, and so do those that two repairs would fit alike', () => {
  expect(repaired({ subtotal: '580.76', tax: '45.25', total: '626.01' })).toEqual({});
  expect(repaired({ gross_weight: '43?5,700', tare_weight: '23?1,660', net_weight: '22,040' })).toEqual({});
});

test('nothing is repaired to what the paper can hardly say', () => {
  expect(repaired({ gross_weight: '43,700', tare_weight: '23,660', net_weight: '71,115' })).toEqual({});
});
