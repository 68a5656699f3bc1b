import { expect, test } from '@jest/globals';
import { nameMainQuantity } from './name-main-quantity.ts';

test('net weight comes before quantity, and a quantity carries its unit', () => {
  expect(nameMainQuantity({ netWeight: '37480', quantity: '1', unit: 'LOAD' })).toEqual({
    label: 'netWeight',
    text: '37,480',
  });
  expect(nameMainQuantity({ netWeight: null, quantity: '9.5', unit: 'CY' })).toEqual({
    label: 'quantity',
    text: '9.5 CY',
  });
  expect(nameMainQuantity({ netWeight: null, quantity: '130', unit: null })?.text).toBe('130');
  expect(nameMainQuantity({ netWeight: null, quantity: null, unit: 'BBL' })).toBeUndefined();
});
