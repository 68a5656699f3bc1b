import { z } from 'zod';

/** Every state a ticket can be in, in the order of its life. */
export const ticketStates = [
  'uploading',
  'received',
  'reading',
  'needs_review',
  'approved',
  'unreadable',
  'rejected',
  'failed',
  'deleted',
] as const;

export const ticketStateSchema = z.enum(ticketStates);
export type TicketState = z.infer<typeof ticketStateSchema>;

/**
 * The legal transitions. The database holds the same list in `ticket_state_transitions` and refuses every other change;
 * a test compares the two.
 */
export const ticketTransitions: Record<TicketState, readonly TicketState[]> = {
  uploading: ['received'],
  received: ['reading', 'failed', 'rejected', 'deleted'],
  reading: ['received', 'needs_review', 'approved', 'failed', 'rejected', 'deleted'],
  needs_review: ['approved', 'unreadable', 'rejected', 'received', 'deleted'],
  approved: ['needs_review', 'deleted'],
  unreadable: ['needs_review', 'received', 'rejected', 'deleted'],
  rejected: ['needs_review', 'received', 'deleted'],
  failed: ['received', 'needs_review', 'unreadable', 'rejected', 'deleted'],
  deleted: [],
};

/** Whether a ticket in state `from` may go to state `to`. */
export function canMoveTicket(from: TicketState, to: TicketState): boolean {
  return ticketTransitions[from].includes(to);
}
