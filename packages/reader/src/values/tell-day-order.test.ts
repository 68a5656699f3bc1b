import { expect, test } from '@jest/globals';
import { madeUpWords } from '../testing/made-up-words.ts';
import { tellDayOrder } from './tell-day-order.ts';

const told = (...texts: string[]) =>
  tellDayOrder(
    texts.flatMap((text, i) => madeUpWords([0, 40 * i, text])),
    'month-first',
  );

test('a day above twelve tells the order of all dates of its ticket', () => {
  expect(told('Date 03/04/2025', 'Due 28/04/2025')).toBe('day-first');
  expect(told('Date 03.04.25', 'Printed 03.28.25')).toBe('month-first');
});

test('where no date tells it, or two contradict each other, the order is the usual one', () => {
  expect(told('Date 03/04/2025', 'Phone 505-555-0126')).toBe('month-first');
  expect(told('28/04/2025', '04/28/2025')).toBe('month-first');
  expect(tellDayOrder(madeUpWords([0, 0, '28/04/2025', 0.6]), 'month-first')).toBe('month-first');
});
