import { expect, test } from '@jest/globals';
import { describeOutboxTicket, describeStoredTicket, wordOf } from './describe-delivery.ts';

const stored = {
  state: 'needs_review',
  confirmedByCrewAt: null,
  isCorrected: false,
  replacedByTicketId: null,
} as const;

test('a waiting ticket names the missing signal only where it is missing', () => {
  expect(describeOutboxTicket({ status: 'waiting' }, false, undefined).status).toBe('waitingForSignal');
  expect(describeOutboxTicket({ status: 'waiting' }, true, undefined).status).toBe('waiting');
  expect(describeOutboxTicket({ status: 'waiting' }, true, 0.4).status).toBe('sending');
});

test('what asks something of the crew is marked bad, whatever the connection does', () => {
  expect(describeOutboxTicket({ status: 'refused' }, false, undefined).tone).toBe('bad');
  expect(describeStoredTicket({ ...stored, state: 'rejected' }).tone).toBe('bad');
  expect(describeStoredTicket(stored)).toEqual({ status: 'read', tone: 'good' });
});

test('what followed on the reading has a word of its own', () => {
  const confirmed = { ...stored, confirmedByCrewAt: '2026-01-01T00:00:00Z' };
  expect(describeStoredTicket(confirmed).status).toBe('checked');
  expect(describeStoredTicket({ ...confirmed, isCorrected: true }).status).toBe('corrected');
  expect(describeStoredTicket({ ...stored, state: 'approved', isCorrected: true }).status).toBe('approvedCorrected');
  const again = describeStoredTicket({ ...stored, state: 'rejected', replacedByTicketId: 'newer' });
  expect([again.tone, wordOf(again)]).toEqual(['calm', 'myTickets.status.again']);
});
