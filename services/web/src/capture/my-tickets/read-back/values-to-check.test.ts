import { expect, test } from '@jest/globals';
import { valuesToCheck } from './values-to-check.ts';

const nothing = {
  ticketType: 'field_ticket',
  ticketNumber: null,
  date: null,
  netWeight: null,
  quantity: null,
} as const;

test('the main quantity is the net weight, else the quantity with its unit, else the total', () => {
  const main = (ticket: Partial<Parameters<typeof valuesToCheck>[0]>) =>
    valuesToCheck({ ...nothing, unit: 'CY', total: null, ...ticket })[1];
  expect(main({ netWeight: '37480', quantity: '1' })).toMatchObject({
    field: 'net_weight',
    normalized: '37480',
    unit: null,
  });
  expect(main({ quantity: '9.5' })).toMatchObject({ field: 'quantity', normalized: '9.5', unit: 'CY' });
  expect(main({ total: '12' })).toMatchObject({ field: 'total', kind: 'money' });
  expect(main({})).toMatchObject({ field: 'quantity', normalized: null });
});

test('a receipt has a total and a day', () => {
  const values = valuesToCheck({ ...nothing, ticketType: 'receipt', unit: null, total: '12', date: '2026-01-02' });
  expect(values.map(({ field }) => field)).toEqual(['total', 'date']);
});
