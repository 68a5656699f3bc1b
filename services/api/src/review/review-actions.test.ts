import { expect, test } from '@jest/globals';
import { canMoveTicket } from '@ticket-pros/contracts/ticket-state';
import { reviewActions } from './review-actions.ts';

test('every action of a member is a way that tickets can go', () => {
  for (const { from, to } of Object.values(reviewActions)) {
    for (const state of from) expect([state, to, canMoveTicket(state, to)]).toEqual([state, to, true]);
  }
});
