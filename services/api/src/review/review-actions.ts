import type { AuditAction } from '@ticket-pros/contracts/audit';
import type { TicketState } from '@ticket-pros/contracts/ticket-state';

type ReviewActionName = 'approve' | 'reject' | 'unreadable' | 'reopen' | 'read again' | 'enter by hand';

/**
 * Where an action of a member may begin, where it leads, whether it is a decision that names its reviewer, and what the audit log calls it
 * (null where what comes with it stands there already).
 */
type ReviewAction = { from: readonly TicketState[]; to: TicketState; isDecision: boolean; audit: AuditAction | null };

/** What members do to tickets: fewer ways than the states allow, because some belong to the worker alone. */
export const reviewActions: Record<ReviewActionName, ReviewAction> = {
  approve: { from: ['needs_review'], to: 'approved', isDecision: true, audit: 'ticket.approved' },
  reject: { from: ['needs_review', 'failed'], to: 'rejected', isDecision: true, audit: 'ticket.rejected' },
  unreadable: {
    from: ['needs_review', 'failed'],
    to: 'unreadable',
    isDecision: true,
    audit: 'ticket.marked_unreadable',
  },
  reopen: {
    from: ['approved', 'rejected', 'unreadable', 'failed'],
    to: 'needs_review',
    isDecision: false,
    audit: 'ticket.reopened',
  },
  'read again': {
    from: ['needs_review', 'failed', 'unreadable', 'rejected'],
    to: 'received',
    isDecision: false,
    audit: 'ticket.read_again',
  },
  'enter by hand': { from: ['failed'], to: 'needs_review', isDecision: false, audit: null },
};
