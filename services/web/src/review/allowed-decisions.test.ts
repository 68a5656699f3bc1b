import { expect, test } from '@jest/globals';
import { isAllowed } from './allowed-decisions.ts';

test('the office approves what waits for review and takes back what it decided', () => {
  expect(isAllowed('approve', 'needs_review', 'office')).toBe(true);
  expect(isAllowed('approve', 'failed', 'office')).toBe(false);
  expect(isAllowed('reopen', 'approved', 'office')).toBe(true);
  expect(isAllowed('readAgain', 'approved', 'office')).toBe(false);
});

test('nobody interrupts a ticket that is being read', () => {
  expect(isAllowed('reject', 'reading', 'owner')).toBe(false);
});

test('crew may have a failed ticket read again, and decides nothing', () => {
  expect(isAllowed('readAgain', 'failed', 'crew')).toBe(true);
  expect(isAllowed('readAgain', 'needs_review', 'crew')).toBe(false);
  expect(isAllowed('approve', 'needs_review', 'crew')).toBe(false);
});
