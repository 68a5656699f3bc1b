import { nextTicketSchema } from '@ticket-pros/contracts/review';
import { findSeenMembers } from '@ticket-pros/db/find-seen-members';
import { withMember } from '@ticket-pros/db/scope';
import { visibleTicketsAs } from '@ticket-pros/db/visible-tickets';
import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { filterTickets } from '../tickets/filter-tickets.ts';

/** GET /v1/review/next: the ticket to review after the given one, oldest first and round again, and how many wait in all. */
export function findNextTicket(app: Api, parts: ApiParts): void {
  app.get(
    '/v1/review/next',
    {
      config: { access: { who: 'members', roles: ['owner', 'office'], key: 'tickets.review' } },
      schema: {
        tags: ['Review'],
        summary: 'The next ticket to review',
        querystring: z.object({ after: z.uuid().optional() }),
        response: { 200: nextTicketSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      const after = request.query.after ?? null;
      return withMember(parts.db, scope, async (transaction) => {
        const seen = await findSeenMembers(transaction, scope);
        const waiting = transaction
          .selectFrom('tickets')
          .where(filterTickets(scope, { state: ['needs_review'] }, seen));
        const next = await waiting
          .select('tickets.id')
          .where('tickets.id', 'is distinct from', after)
          .orderBy(
            sql<SqlBool>`(tickets.received_at, tickets.id) <= (
              select asked.received_at, asked.id from tickets asked
              where asked.id = ${after} and ${visibleTicketsAs(scope, 'asked')}
            ) is true`,
          )
          .orderBy('tickets.received_at')
          .orderBy('tickets.id')
          .limit(1)
          .executeTakeFirst();
        const { remaining } = await waiting
          .select(sql<number>`count(*)::integer`.as('remaining'))
          .executeTakeFirstOrThrow();
        return { ticketId: next?.id ?? null, remaining };
      });
    },
  );
}
