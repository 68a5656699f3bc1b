import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import { resubmitTicketSchema } from '@ticket-pros/contracts/read-back';
import { ticketDetailSchema } from '@ticket-pros/contracts/ticket';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import { findAccount } from '../account/find-account.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { normalizeCorrections } from '../review/normalize-corrections.ts';
import { saveCorrections } from '../review/save-corrections.ts';
import { selectTicketDetail } from '../tickets/select-ticket-detail.ts';
import { lockOwnTicket } from './lock-own-ticket.ts';

/**
 * POST /v1/tickets/:ticketId/resubmit: who photographed a ticket that was rejected or marked unreadable sends it back to review, with a
 * note, with values mended, or both.
 */
export function resubmitTicket(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/tickets/:ticketId/resubmit',
    {
      config: { access: { who: 'members', key: 'tickets.capture' } },
      schema: {
        tags: ['Read-back'],
        summary: 'Send a ticket back to review',
        params: z.object({ ticketId: z.uuid() }),
        body: resubmitTicketSchema,
        response: { 200: ticketDetailSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      const { ticketId } = request.params;
      const { version, note, values } = request.body;
      await withMember(parts.db, scope, async (transaction) => {
        const ticket = await lockOwnTicket(transaction, scope, ticketId);
        if (ticket.version !== version) throw new ProblemError('version_conflict');
        if (ticket.state !== 'rejected' && ticket.state !== 'unreadable') {
          throw new ProblemError('wrong_state', 'Only a rejected or unreadable ticket can be sent back to review.');
        }
        if (await isReplaced(transaction, scope, ticketId)) {
          throw new ProblemError('wrong_state', 'This ticket was photographed again; the newer one counts.');
        }
        await transaction
          .updateTable('tickets')
          .set({
            state: 'needs_review',
            reject_reason: null,
            reviewed_by: null,
            resubmitted_at: new Date(),
            resubmit_note: note ?? null,
            resubmit_answers: ticket.rejectReason,
          })
          .where('account_id', '=', scope.accountId)
          .where('id', '=', ticketId)
          .execute();
        await writeAudit(transaction, scope, {
          action: 'ticket.resubmitted',
          subject: { kind: 'ticket', id: ticketId },
          payload: { from: ticket.state, to: 'needs_review', ...(note === undefined ? {} : { note }) },
        });
        if (values === undefined) return;
        const ticketType = findTicketType(ticket.ticketType);
        if (ticketType === undefined) throw new Error(`unknown ticket type ${ticket.ticketType}`);
        const { dayOrder } = await findAccount(transaction, scope);
        await saveCorrections(transaction, scope, ticketId, normalizeCorrections(ticketType, values, dayOrder));
      });
      return selectTicketDetail(parts.db, scope, ticketId);
    },
  );
}

async function isReplaced(transaction: DatabaseTransaction, scope: MemberScope, ticketId: string): Promise<boolean> {
  const newer = await transaction
    .selectFrom('tickets')
    .select('id')
    .where('account_id', '=', scope.accountId)
    .where('member_id', '=', scope.memberId)
    .where('replaces_ticket_id', '=', ticketId)
    .where('state', 'not in', ['uploading', 'deleted'])
    .limit(1)
    .executeTakeFirst();
  return newer !== undefined;
}
