import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

/** What a member can do with a ticket as a whole. */
export type Decision = { kind: 'approve' | 'unreadable' | 'readAgain' | 'reopen' } | { kind: 'reject'; reason: string };

/** Carries a decision out on the ticket as it was at `version`, and gives the ticket as it is then. */
export function decideTicket(ticketId: string, version: number, decision: Decision): Promise<TicketDetail> {
  const params = { path: { ticketId } };
  const body = { version };
  switch (decision.kind) {
    case 'approve':
      return readAnswer(api.POST('/v1/tickets/{ticketId}/approve', { params, body }));
    case 'unreadable':
      return readAnswer(api.POST('/v1/tickets/{ticketId}/unreadable', { params, body }));
    case 'readAgain':
      return readAnswer(api.POST('/v1/tickets/{ticketId}/read-again', { params, body }));
    case 'reopen':
      return readAnswer(api.POST('/v1/tickets/{ticketId}/reopen', { params, body }));
    case 'reject':
      return readAnswer(
        api.POST('/v1/tickets/{ticketId}/reject', { params, body: { version, reason: decision.reason } }),
      );
  }
}
