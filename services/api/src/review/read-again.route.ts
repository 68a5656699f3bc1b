import { readAgainSchema } from '@ticket-pros/contracts/review';
import { ticketDetailSchema } from '@ticket-pros/contracts/ticket';
import { withMember } from '@ticket-pros/db/scope';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { enqueueReading } from '../tickets/enqueue-reading.ts';
import { selectTicketDetail } from '../tickets/select-ticket-detail.ts';
import { lockTicket, moveTicket } from './move-ticket.ts';

/** POST /v1/tickets/:ticketId/read-again: the office for any ticket, crew for its own that failed. Values that members set stay. */
export function readAgain(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/tickets/:ticketId/read-again',
    {
      config: { access: { who: 'members', key: 'tickets.review' } },
      schema: {
        tags: ['Review'],
        summary: 'Read a ticket again',
        params: z.object({ ticketId: z.uuid() }),
        body: readAgainSchema,
        response: { 200: ticketDetailSchema },
      },
    },
    async (request) => {
      const { scope, role } = askerOf(request);
      const { ticketId } = request.params;
      const readingNumber = await withMember(parts.db, scope, async (transaction) => {
        const ticket = await lockTicket(transaction, scope, { ticketId, version: request.body.version });
        if (role === 'crew' && ticket.state !== 'failed') throw new ProblemError('not_allowed');
        const next = ticket.readingNumber + 1;
        await moveTicket(transaction, scope, ticket, { action: 'read again', readingNumber: next });
        return next;
      });
      await enqueueReading(parts.queue, request.log, { accountId: scope.accountId, ticketId, readingNumber });
      return selectTicketDetail(parts.db, scope, ticketId);
    },
  );
}
