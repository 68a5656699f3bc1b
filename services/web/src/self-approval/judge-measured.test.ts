import { expect, test } from '@jest/globals';
import { judgeMeasured } from './judge-measured.ts';

test.each([
  [0, 0, 'tooFew'],
  [81, 0, 'tooFew'],
  [400, 0, 'holds'],
  [400, 3, 'tooFew'],
  [400, 12, 'missed'],
  [5000, 30, 'holds'],
] as const)('of %i values %i wrong, where 1 in 100 may be: %s', (values, wrongValues, judged) => {
  expect(judgeMeasured({ values, wrongValues }, 0.01)).toBe(judged);
});
