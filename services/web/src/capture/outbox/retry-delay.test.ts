import { expect, test } from '@jest/globals';
import { isDue, retryDelay } from './retry-delay.ts';

test('waits double from two seconds and stop growing at five minutes', () => {
  expect([1, 2, 3, 4].map((attempts) => retryDelay(attempts, 0))).toEqual([2_000, 4_000, 8_000, 16_000]);
  expect(retryDelay(60, 0)).toBe(300_000);
});

test('chance shortens a wait by a quarter at most', () => {
  expect(retryDelay(1, 1)).toBe(1_500);
});

test('a clock that was days ahead holds nothing back', () => {
  const now = Date.UTC(2026, 10, 21);
  expect(isDue({ nextTryAt: now + 60_000 }, now)).toBe(false);
  expect(isDue({ nextTryAt: now + 3 * 24 * 3_600_000 }, now)).toBe(true);
});
