import { expect, test } from '@jest/globals';
import type { SelfApproval } from '@ticket-pros/contracts/self-approval';
import { changedApproval } from './changed-approval.ts';

const saved: SelfApproval = {
  errorTarget: 0.01,
  leastConfidence: 0.98,
  ticketTypes: [
    { key: 'field_ticket', name: 'Field ticket', approvesItself: false },
    { key: 'receipt', name: 'Receipt', approvesItself: true },
  ],
  measured: { days: 90, approvedThemselves: 0, checked: 0, values: 0, wrongValues: 0 },
};

test('what was chosen and chosen back is no change', () => {
  const edits = { errorTarget: 0.01, types: { field_ticket: false, receipt: true } };
  expect(changedApproval(saved, edits)).toEqual({ change: {}, count: 0 });
});

test('only what was changed is sent', () => {
  expect(changedApproval(saved, { errorTarget: 0.002, types: { receipt: false } })).toEqual({
    change: { errorTarget: 0.002, ticketTypes: [{ key: 'receipt', approvesItself: false }] },
    count: 2,
  });
});
