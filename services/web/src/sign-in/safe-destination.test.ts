import { expect, test } from '@jest/globals';
import { safeDestination } from './safe-destination.ts';

test('crew lands on capture, the office on its tickets', () => {
  expect(safeDestination(undefined, 'crew')).toBe('/capture');
  expect(safeDestination(undefined, 'office')).toBe('/tickets');
});

test('the page that was asked for wins, where it is ours', () => {
  expect(safeDestination('/review/7b?x=1', 'office')).toBe('/review/7b?x=1');
  for (const foreign of ['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:alert(1)', '/sign-in']) {
    expect(safeDestination(foreign, 'office')).toBe('/tickets');
  }
});
