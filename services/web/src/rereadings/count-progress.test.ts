import { expect, test } from '@jest/globals';
import { countProgress } from './count-progress.ts';

test('what was left out is done as well, and the last ticket alone makes it whole', () => {
  expect(countProgress({ tickets: 20_000, read: 19_990, leftOut: 9 })).toEqual({ percent: 99, left: 1 });
  expect(countProgress({ tickets: 20_000, read: 19_991, leftOut: 9 })).toEqual({ percent: 100, left: 0 });
  expect(countProgress({ tickets: 3, read: 0, leftOut: 0 })).toEqual({ percent: 0, left: 3 });
});
