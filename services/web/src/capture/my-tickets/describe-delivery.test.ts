import { expect, test } from '@jest/globals';
import { describeOutboxTicket, describeStoredTicket } from './describe-delivery.ts';

test('a waiting ticket names the missing signal only where it is missing', () => {
  expect(describeOutboxTicket({ status: 'waiting' }, false, undefined).status).toBe('waitingForSignal');
  expect(describeOutboxTicket({ status: 'waiting' }, true, undefined).status).toBe('waiting');
  expect(describeOutboxTicket({ status: 'waiting' }, true, 0.4).status).toBe('sending');
});

test('what asks something of the crew is marked bad, whatever the connection does', () => {
  expect(describeOutboxTicket({ status: 'refused' }, false, undefined).tone).toBe('bad');
  expect(describeStoredTicket('rejected').tone).toBe('bad');
  expect(describeStoredTicket('needs_review')).toEqual({ status: 'read', tone: 'good' });
});
