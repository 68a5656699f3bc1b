import { ticketCountsSchema, ticketFilterSchema } from '@ticket-pros/contracts/ticket';
import { type TicketState, ticketStates } from '@ticket-pros/contracts/ticket-state';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { countByState } from './count-by-state.ts';

/** GET /v1/tickets/counts: how many tickets of each state the member sees under a filter. */
export function countTickets(app: Api, parts: ApiParts): void {
  app.get(
    '/v1/tickets/counts',
    {
      config: { access: { who: 'members', key: 'tickets.read' } },
      schema: {
        tags: ['Tickets'],
        summary: 'Count tickets by state',
        querystring: ticketFilterSchema,
        response: { 200: ticketCountsSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      const found = await countByState(parts.db, scope, request.query);
      const counts: Partial<Record<TicketState, number>> = {};
      for (const state of ticketStates) counts[state] = found.get(state) ?? 0;
      return ticketCountsSchema.parse(counts);
    },
  );
}
