import { expect, test } from '@jest/globals';
import { checkRules } from './check-rules.ts';

function holding(values: Record<string, string>): Record<string, boolean> {
  return Object.fromEntries(checkRules(new Map(Object.entries(values))).map(({ rule, holds }) => [rule, holds]));
}

test('net = gross − tare, to the pound', () => {
  expect(holding({ gross_weight: '43700', tare_weight: '23660', net_weight: '20040' })).toEqual({
    'net = gross - tare': true,
  });
  expect(holding({ gross_weight: '43700', tare_weight: '23660', net_weight: '20041' })).toEqual({
    'net = gross - tare': false,
  });
});

test('subtotal + tax = total, to the cent', () => {
  expect(holding({ subtotal: '580.76', tax: '45.25', total: '626.01' })).toEqual({ 'subtotal + tax = total': true });
  expect(holding({ subtotal: '580.76', tax: '45.25', total: '626.11' })).toEqual({ 'subtotal + tax = total': false });
});

test('quantity × rate = subtotal and end − start = hours speak only where they hold; a shift may pass midnight', () => {
  expect(holding({ quantity: '186.2', rate: '3.119', subtotal: '580.76' })).toEqual({
    'quantity × rate = subtotal': true,
  });
  expect(holding({ quantity: '5.5', rate: '151.09', subtotal: '865.38' })).toEqual({});
  expect(holding({ start_time: '22:30', end_time: '06:00', hours: '7.5' })).toEqual({
    'hours = end - start - break': true,
  });
  expect(holding({ start_time: '08:00', end_time: '14:30', hours: '6' })).toEqual({
    'hours = end - start - break': true,
  });
  expect(holding({ start_time: '08:00', end_time: '14:30', hours: '4' })).toEqual({});
});

test('a rule with a value missing says nothing', () => {
  expect(holding({ gross_weight: '43700', net_weight: '20040' })).toEqual({});
});

test('a weight and its quantity agree in their units', () => {
  const weighed = { net_weight: '20040', quantity: '10.02', weight_unit: 'LB', unit: 'TON' };
  expect(holding(weighed)).toEqual({ 'quantity = net weight in its unit': true });
  expect(holding({ ...weighed, quantity: '11' })).toEqual({});
  expect(holding({ ...weighed, unit: 'CY' })).toEqual({});
});

test('a tax above a quarter of what it is taken of, and a tare above the gross weight, are told', () => {
  expect(holding({ subtotal: '100', tax: '45.25' })).toEqual({ 'tax at most a quarter of subtotal': false });
  expect(holding({ subtotal: '1000', tax: '45.25' })).toEqual({});
  expect(holding({ gross_weight: '2000', tare_weight: '20000' })).toEqual({ 'tare less than gross': false });
});
