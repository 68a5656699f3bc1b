import {
  approveTicketSchema,
  markUnreadableSchema,
  rejectTicketSchema,
  reopenTicketSchema,
} from '@ticket-pros/contracts/review';
import { ticketDetailSchema } from '@ticket-pros/contracts/ticket';
import { withMember } from '@ticket-pros/db/scope';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { enqueueLesson } from '../learning/enqueue-lesson.ts';
import { noteLesson } from '../learning/note-lesson.ts';
import { selectTicketDetail } from '../tickets/select-ticket-detail.ts';
import { lockTicket, moveTicket } from './move-ticket.ts';

const config = { access: { who: 'members', roles: ['owner', 'office'], key: 'tickets.review' } } as const;
const params = z.object({ ticketId: z.uuid() });
const response = { 200: ticketDetailSchema };

/** POST /v1/tickets/:ticketId/approve, reject, unreadable, reopen: what the office decides about a ticket. */
export function decideTicket(app: Api, parts: ApiParts): void {
  const decide = async (
    request: FastifyRequest & { params: z.output<typeof params>; body: { version: number } },
    move: Parameters<typeof moveTicket>[3],
  ) => {
    const { scope } = askerOf(request);
    const { ticketId } = request.params;
    const isLesson = move.action !== 'reopen';
    await withMember(parts.db, scope, async (transaction) => {
      const ticket = await lockTicket(transaction, scope, { ticketId, version: request.body.version });
      await moveTicket(transaction, scope, ticket, move);
      if (isLesson) await noteLesson(transaction, scope, ticketId);
    });
    if (isLesson) await enqueueLesson(parts.queue, request.log, { accountId: scope.accountId, ticketId });
    return selectTicketDetail(parts.db, scope, ticketId);
  };

  app.post(
    '/v1/tickets/:ticketId/approve',
    { config, schema: { tags: ['Review'], summary: 'Approve a ticket', params, body: approveTicketSchema, response } },
    async (request) => decide(request, { action: 'approve' }),
  );
  app.post(
    '/v1/tickets/:ticketId/reject',
    { config, schema: { tags: ['Review'], summary: 'Reject a ticket', params, body: rejectTicketSchema, response } },
    async (request) => decide(request, { action: 'reject', reason: request.body.reason }),
  );
  app.post(
    '/v1/tickets/:ticketId/unreadable',
    {
      config,
      schema: { tags: ['Review'], summary: 'Mark a ticket unreadable', params, body: markUnreadableSchema, response },
    },
    async (request) => decide(request, { action: 'unreadable' }),
  );
  app.post(
    '/v1/tickets/:ticketId/reopen',
    {
      config,
      schema: { tags: ['Review'], summary: 'Take a decision back', params, body: reopenTicketSchema, response },
    },
    async (request) => decide(request, { action: 'reopen' }),
  );
}
