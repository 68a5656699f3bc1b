import { looksRightSchema } from '@ticket-pros/contracts/read-back';
import { ticketDetailSchema } from '@ticket-pros/contracts/ticket';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { selectTicketDetail } from '../tickets/select-ticket-detail.ts';
import { lockOwnTicket } from './lock-own-ticket.ts';

/**
 * POST /v1/tickets/:ticketId/looks-right: who photographed the ticket compared what was read with the paper. Said once; again is the same.
 */
export function looksRight(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/tickets/:ticketId/looks-right',
    {
      config: { access: { who: 'members', key: 'tickets.capture' } },
      schema: {
        tags: ['Read-back'],
        summary: 'Say that what was read is right',
        params: z.object({ ticketId: z.uuid() }),
        body: looksRightSchema,
        response: { 200: ticketDetailSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      const { ticketId } = request.params;
      await withMember(parts.db, scope, async (transaction) => {
        const ticket = await lockOwnTicket(transaction, scope, ticketId);
        // A phone that lost the answer asks again, with the version that it knew before.
        if (ticket.confirmedByCrewAt !== null) return;
        if (ticket.version !== request.body.version) throw new ProblemError('version_conflict');
        if (ticket.state !== 'needs_review') {
          throw new ProblemError('wrong_state', 'What was read can be confirmed while the ticket waits for review.');
        }
        await transaction
          .updateTable('tickets')
          .set({ confirmed_by_crew_at: new Date(), confirmed_by_crew: scope.memberId })
          .where('account_id', '=', scope.accountId)
          .where('id', '=', ticketId)
          .execute();
        await writeAudit(transaction, scope, {
          action: 'ticket.looks_right',
          subject: { kind: 'ticket', id: ticketId },
        });
      });
      return selectTicketDetail(parts.db, scope, ticketId);
    },
  );
}
