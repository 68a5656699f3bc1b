import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import type { OutboxTicket } from '../outbox/outbox-ticket.ts';

/** What the crew sees of one ticket: a word, and a tone that says at a glance whether something is asked of them. */
interface Delivery<Status> {
  status: Status;
  tone: DeliveryTone;
}
export type DeliveryTone = 'calm' | 'busy' | 'good' | 'bad';
export type KeptDelivery = Delivery<'waitingForSignal' | 'waiting' | 'sending' | 'refused' | 'received'>;
export type StoredDelivery = Delivery<
  'received' | 'reading' | 'read' | 'approved' | 'failed' | 'unreadable' | 'rejected' | CrewStatus
>;
/** What followed on a reading or a decision. */
type CrewStatus = 'checked' | 'corrected' | 'approvedCorrected' | 'again';

/** The delivery of a ticket that is still on the phone. `progress` is the fraction sent, while it is being sent. */
export function describeOutboxTicket(
  ticket: Pick<OutboxTicket, 'status'>,
  online: boolean,
  progress: number | undefined,
): KeptDelivery {
  if (ticket.status === 'stored') return { status: 'received', tone: 'good' };
  if (ticket.status === 'refused') return { status: 'refused', tone: 'bad' };
  if (progress !== undefined) return { status: 'sending', tone: 'busy' };
  return { status: online ? 'waiting' : 'waitingForSignal', tone: 'calm' };
}

const byState: Record<TicketState, StoredDelivery> = {
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

type Stored = Pick<TicketSummary, 'state' | 'confirmedByCrewAt' | 'isCorrected' | 'replacedByTicketId'>;

/** The delivery of a ticket that the server has. */
export function describeStoredTicket(ticket: Stored): StoredDelivery {
  const { state, confirmedByCrewAt, isCorrected, replacedByTicketId } = ticket;
  if (replacedByTicketId !== null && state !== 'approved') return { status: 'again', tone: 'calm' };
  if (state === 'approved' && isCorrected) return { status: 'approvedCorrected', tone: 'good' };
  if (state === 'needs_review' && isCorrected) return { status: 'corrected', tone: 'good' };
  if (state === 'needs_review' && confirmedByCrewAt !== null) return { status: 'checked', tone: 'good' };
  return byState[state];
}

const crewWords = {
  checked: 'myTickets.status.checked',
  corrected: 'myTickets.status.corrected',
  approvedCorrected: 'myTickets.status.approvedCorrected',
  again: 'myTickets.status.again',
} as const satisfies Record<CrewStatus, string>;

/** The address of a delivery's word in the catalogue. */
export function wordOf({ status }: StoredDelivery) {
  switch (status) {
    case 'checked':
    case 'corrected':
    case 'approvedCorrected':
    case 'again':
      return crewWords[status];
    default:
      return `capture.status.${status}` as const;
  }
}
