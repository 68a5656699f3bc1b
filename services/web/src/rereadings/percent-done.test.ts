import { expect, test } from '@jest/globals';
import { percentDone } from './percent-done.ts';

test('what was left out is done as well, and the last ticket alone makes it whole', () => {
  expect(percentDone({ tickets: 20_000, read: 19_990, leftOut: 9 })).toBe(99);
  expect(percentDone({ tickets: 20_000, read: 19_991, leftOut: 9 })).toBe(100);
  expect(percentDone({ tickets: 3, read: 0, leftOut: 0 })).toBe(0);
});
