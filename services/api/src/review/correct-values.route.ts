import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import { correctValuesSchema } from '@ticket-pros/contracts/review';
import { ticketDetailSchema } from '@ticket-pros/contracts/ticket';
import { withMember } from '@ticket-pros/db/scope';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import { findAccount } from '../account/find-account.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { selectTicketDetail } from '../tickets/select-ticket-detail.ts';
import { lockTicket, moveTicket } from './move-ticket.ts';
import { normalizeCorrections } from './normalize-corrections.ts';
import { saveCorrections } from './save-corrections.ts';

/**
 * PATCH /v1/tickets/:ticketId/values: what a member says that the ticket says. Owner and office: while the ticket waits for review, or
 * failed (it goes to review with the values entered by hand). Crew: its own tickets, while they wait for review.
 */
export function correctValues(app: Api, parts: ApiParts): void {
  app.patch(
    '/v1/tickets/:ticketId/values',
    {
      config: { access: { who: 'members', key: 'tickets.review' } },
      schema: {
        tags: ['Review'],
        summary: 'Correct values',
        params: z.object({ ticketId: z.uuid() }),
        body: correctValuesSchema,
        response: { 200: ticketDetailSchema },
      },
    },
    async (request) => {
      const { scope, role } = askerOf(request);
      const { ticketId } = request.params;
      await withMember(parts.db, scope, async (transaction) => {
        const ticket = await lockTicket(transaction, scope, { ticketId, version: request.body.version });
        if (role === 'crew' && (ticket.memberId !== scope.memberId || ticket.state === 'failed')) {
          throw new ProblemError(
            'not_allowed',
            'Crew may correct the tickets that they sent while these wait for review.',
          );
        }
        if (ticket.state !== 'needs_review' && ticket.state !== 'failed') {
          throw new ProblemError('wrong_state', 'Values can be changed while the ticket waits for review.');
        }
        const ticketType = findTicketType(ticket.ticketType);
        if (ticketType === undefined) throw new Error(`unknown ticket type ${ticket.ticketType}`);
        const { dayOrder } = await findAccount(transaction, scope);
        const corrections = normalizeCorrections(ticketType, request.body.values, dayOrder);
        await saveCorrections(transaction, scope, ticketId, corrections);
        if (ticket.state === 'failed') await moveTicket(transaction, scope, ticket, { action: 'enter by hand' });
      });
      return selectTicketDetail(parts.db, scope, ticketId);
    },
  );
}
