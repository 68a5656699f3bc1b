import type { TicketState } from '@ticket-pros/contracts/ticket-state';

type ReviewActionName = 'approve' | 'reject' | 'unreadable' | 'reopen' | 'read again' | 'enter by hand';

/** Where an action of a member may begin, where it leads, and whether it is a decision that names its reviewer. */
type ReviewAction = { from: readonly TicketState[]; to: TicketState; isDecision: boolean };

/** What members do to tickets: fewer ways than the states allow, because some belong to the worker alone. */
export const reviewActions: Record<ReviewActionName, ReviewAction> = {
  approve: { from: ['needs_review'], to: 'approved', isDecision: true },
  reject: { from: ['needs_review', 'failed'], to: 'rejected', isDecision: true },
  unreadable: { from: ['needs_review', 'failed'], to: 'unreadable', isDecision: true },
  reopen: { from: ['approved', 'rejected', 'unreadable', 'failed'], to: 'needs_review', isDecision: false },
  'read again': { from: ['needs_review', 'failed', 'unreadable', 'rejected'], to: 'received', isDecision: false },
  'enter by hand': { from: ['failed'], to: 'needs_review', isDecision: false },
};
