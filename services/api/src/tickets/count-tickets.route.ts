import { ticketCountsSchema, ticketFilterSchema } from '@ticket-pros/contracts/ticket';
import { type TicketState, ticketStates } from '@ticket-pros/contracts/ticket-state';
import { withMember } from '@ticket-pros/db/scope';
import { sql } from 'kysely';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { filterTickets } from './filter-tickets.ts';

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
      const rows = await withMember(parts.db, scope, (transaction) =>
        transaction
          .selectFrom('tickets')
          .select(['state', sql<number>`count(*)::integer`.as('count')])
          .where(filterTickets(scope, request.query))
          .groupBy('state')
          .execute(),
      );
      const found = new Map(rows.map((row) => [row.state, row.count]));
      const counts: Partial<Record<TicketState, number>> = {};
      for (const state of ticketStates) counts[state] = found.get(state) ?? 0;
      return ticketCountsSchema.parse(counts);
    },
  );
}
