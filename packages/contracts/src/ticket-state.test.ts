import { expect, test } from '@jest/globals';
import { canMoveTicket, ticketStates } from './ticket-state.ts';

test('a deleted ticket goes nowhere, and no state leads to itself', () => {
  for (const state of ticketStates) {
    expect(canMoveTicket('deleted', state)).toBe(false);
    expect(canMoveTicket(state, state)).toBe(false);
  }
});

test('a ticket is approved only after it was read, by the reader itself or by a review', () => {
  const from = ticketStates.filter((state) => canMoveTicket(state, 'approved'));
  expect(from).toEqual(['reading', 'needs_review']);
});
