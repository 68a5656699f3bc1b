import { handedOverSchema, handOverSchema } from '@ticket-pros/contracts/member';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { explainRefusal } from './explain-refusal.ts';
import { findMemberRow } from './find-member.ts';

/**
 * POST /v1/members/:memberId/hand-over: all tickets of a member become those of another. An upload that is still under way stays with
 * who sends it.
 */
export function handOverTickets(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/members/:memberId/hand-over',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['Members'],
        summary: 'Hand over all tickets of a member',
        params: z.object({ memberId: z.uuid() }),
        body: handOverSchema,
        response: { 200: handedOverSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      const { memberId } = request.params;
      const { toMemberId } = request.body;
      return withMember(parts.db, scope, async (transaction) => {
        const from = await findMemberRow(transaction, scope, memberId);
        const to = await findMemberRow(transaction, scope, toMemberId);
        if (from.id === to.id) throw new ProblemError('bad_request', 'Choose another member to hand the tickets to.');
        if (!to.is_active) throw new ProblemError('member_inactive');
        const { numUpdatedRows } = await transaction
          .updateTable('tickets')
          .set({ member_id: toMemberId })
          .where('account_id', '=', scope.accountId)
          .where('member_id', '=', memberId)
          .where('state', '<>', 'uploading')
          .executeTakeFirst();
        const tickets = Number(numUpdatedRows);
        await writeAudit(transaction, scope, {
          action: 'member.handed_over',
          subject: { kind: 'member', id: memberId },
          payload: { from: from.name, to: to.name, toMemberId, tickets },
        });
        return { tickets };
      }).catch((error: unknown) => {
        throw explainRefusal(error);
      });
    },
  );
}
