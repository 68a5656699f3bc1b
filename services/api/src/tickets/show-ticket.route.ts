import { ticketDetailSchema } from '@ticket-pros/contracts/ticket';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { selectTicketDetail } from './select-ticket-detail.ts';

/** GET /v1/tickets/:ticketId: a ticket with its images and values. */
export function showTicket(app: Api, parts: ApiParts): void {
  app.get(
    '/v1/tickets/:ticketId',
    {
      config: { access: { who: 'members', key: 'tickets.read' } },
      schema: {
        tags: ['Tickets'],
        summary: 'Show a ticket',
        params: z.object({ ticketId: z.uuid() }),
        response: { 200: ticketDetailSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      return selectTicketDetail(parts.db, scope, request.params.ticketId);
    },
  );
}
