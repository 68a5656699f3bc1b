import { expect, test } from '@jest/globals';
import { daysLeft } from './days-left.ts';

const noon = new Date('2026-03-07T18:00:00Z');

test('days are counted by the calendar of the zone, also over a change of the clock', () => {
  expect(daysLeft('2026-03-07T23:00:00Z', 'America/Chicago', noon)).toBe(0);
  // Nine in the evening there, the next day in UTC.
  expect(daysLeft('2026-03-08T03:00:00Z', 'America/Chicago', noon)).toBe(0);
  expect(daysLeft('2026-03-08T03:00:00Z', 'UTC', noon)).toBe(1);
  expect(daysLeft('2026-03-10T17:00:00Z', 'America/Chicago', noon)).toBe(3);
  expect(daysLeft('2026-03-04T17:00:00Z', 'America/Chicago', noon)).toBe(-3);
});
