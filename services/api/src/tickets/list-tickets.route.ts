import { ticketFilterSchema, ticketPageSchema } from '@ticket-pros/contracts/ticket';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { listTicketPage } from './list-ticket-page.ts';

const querySchema = ticketFilterSchema.extend({
  sort: z.enum(['newest', 'oldest']).default('newest'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** GET /v1/tickets: the tickets that the member sees, a page at a time. */
export function listTickets(app: Api, parts: ApiParts): void {
  app.get(
    '/v1/tickets',
    {
      config: { access: { who: 'members', key: 'tickets.read' } },
      schema: {
        tags: ['Tickets'],
        summary: 'List tickets',
        querystring: querySchema,
        response: { 200: ticketPageSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      const { sort, cursor, limit, ...filter } = request.query;
      return listTicketPage(parts.db, scope, { filter, order: sort, cursor, limit });
    },
  );
}
