import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import type { OutboxTicket } from '../outbox/outbox-ticket.ts';

/** What the crew sees of one ticket: a word, and a tone that says at a glance whether something is asked of them. */
export interface Delivery {
  status:
    | 'waitingForSignal'
    | 'waiting'
    | 'sending'
    | 'refused'
    | 'received'
    | 'reading'
    | 'read'
    | 'approved'
    | 'failed'
    | 'unreadable'
    | 'rejected';
  tone: 'calm' | 'busy' | 'good' | 'bad';
}

/** The delivery of a ticket that is still on the phone. `progress` is the fraction sent, while it is being sent. */
export function describeOutboxTicket(
  ticket: Pick<OutboxTicket, 'status'>,
  online: boolean,
  progress: number | undefined,
): Delivery {
  if (ticket.status === 'stored') return { status: 'received', tone: 'good' };
  if (ticket.status === 'refused') return { status: 'refused', tone: 'bad' };
  if (progress !== undefined) return { status: 'sending', tone: 'busy' };
  return { status: online ? 'waiting' : 'waitingForSignal', tone: 'calm' };
}

const byState: Record<TicketState, Delivery> = {
  uploading: { status: 'received', tone: 'good' },
  received: { status: 'received', tone: 'good' },
  reading: { status: 'reading', tone: 'busy' },
  needs_review: { status: 'read', tone: 'good' },
  approved: { status: 'approved', tone: 'good' },
  unreadable: { status: 'unreadable', tone: 'bad' },
  rejected: { status: 'rejected', tone: 'bad' },
  failed: { status: 'failed', tone: 'bad' },
  deleted: { status: 'rejected', tone: 'bad' },
};

/** The delivery of a ticket that the server has. */
export function describeStoredTicket(state: TicketState): Delivery {
  return byState[state];
}
