import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { canMoveTicket, type TicketState } from '@ticket-pros/contracts/ticket-state';
import type { Decision } from './decide-ticket.ts';

const target: Record<Decision['kind'], TicketState> = {
  approve: 'approved',
  reject: 'rejected',
  unreadable: 'unreadable',
  readAgain: 'received',
  reopen: 'needs_review',
};

/** Whether a member of this role may do this with a ticket in this state. Crew may only have a failed one read again. */
export function isAllowed(kind: Decision['kind'], state: TicketState, role: MemberRole): boolean {
  if (state === 'uploading' || state === 'received' || state === 'reading') return false;
  if (role === 'crew' && !(kind === 'readAgain' && state === 'failed')) return false;
  return canMoveTicket(state, target[kind]);
}

/** Whether values can be changed: while the ticket waits for a person. */
export function isEditable(state: TicketState): boolean {
  return state === 'needs_review' || state === 'failed';
}
