import { expect, test } from '@jest/globals';
import { daysOfKey, stateOfKey } from './key-state.ts';

const now = new Date('2026-05-01T12:00:00Z');
const until = (expiresAt: string, revokedAt: string | null = null) => ({ expiresAt, revokedAt });

test('a key works until it ends, is revoked, or its member is deactivated', () => {
  expect(stateOfKey(until('2026-08-01T12:00:00Z'), true, now)).toBe('works');
  expect(stateOfKey(until('2026-05-10T12:00:00Z'), true, now)).toBe('ending');
  expect(stateOfKey(until('2026-08-01T12:00:00Z'), false, now)).toBe('sleeping');
  expect(stateOfKey(until('2026-05-01T12:00:00Z'), true, now)).toBe('expired');
  expect(stateOfKey(until('2026-08-01T12:00:00Z', '2026-04-01T00:00:00Z'), false, now)).toBe('revoked');
});

test('the last hours count as a day', () => {
  expect(daysOfKey(until('2026-05-01T13:00:00Z'), now)).toBe(1);
  expect(daysOfKey(until('2026-05-04T12:00:00Z'), now)).toBe(3);
});
