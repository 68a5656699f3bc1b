import { expect, test } from '@jest/globals';
import { limitApiKeys } from './limit-api-keys.ts';

test('a key waits for the next minute after as many requests as it may, and others do not wait for it', () => {
  let time = 120_000;
  const { take } = limitApiKeys(() => time);
  expect([take('one', 2), take('one', 2)]).toEqual([null, null]);
  time += 15_500;
  expect(take('one', 2)).toBe(45);
  expect(take('other', 2)).toBeNull();
  time = 179_999;
  expect(take('one', 2)).toBe(1);
  time = 180_000;
  expect(take('one', 2)).toBeNull();
});
