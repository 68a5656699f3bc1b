import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import { changeSelfApprovalSchema, type SelfApproval, selfApprovalSchema } from '@ticket-pros/contracts/self-approval';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { findSelfApproval } from './find-self-approval.ts';

/** PATCH /v1/self-approval: holds for tickets that are read from now on. */
export function changeSelfApproval(app: Api, { db }: ApiParts): void {
  app.patch(
    '/v1/self-approval',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Account'],
        summary: 'Decide which tickets approve themselves',
        body: changeSelfApprovalSchema,
        response: { 200: selfApprovalSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      const { errorTarget, ticketTypes = [] } = request.body;
      for (const { key } of ticketTypes) {
        if (findTicketType(key) === undefined) {
          throw new ProblemError('bad_request', `There is no ticket type "${key}".`);
        }
      }
      return withMember(db, scope, async (transaction) => {
        const before = await findSelfApproval(transaction, scope);
        if (errorTarget !== undefined) {
          await transaction
            .updateTable('accounts')
            .set({ error_target: errorTarget })
            .where('id', '=', scope.accountId)
            .execute();
        }
        for (const { key, approvesItself } of ticketTypes) {
          await transaction
            .insertInto('ticket_type_settings')
            .values({ account_id: scope.accountId, ticket_type: key, approves_itself: approvesItself })
            .onConflict((conflict) =>
              conflict.columns(['account_id', 'ticket_type']).doUpdateSet({ approves_itself: approvesItself }),
            )
            .execute();
        }
        const after = await findSelfApproval(transaction, scope);
        if (JSON.stringify(decided(before)) !== JSON.stringify(decided(after))) {
          await writeAudit(transaction, scope, {
            action: 'self_approval.changed',
            subject: { kind: 'account', id: scope.accountId },
            payload: { before: decided(before), after: decided(after) },
          });
        }
        return after;
      });
    },
  );
}

/** What an owner decides, without what follows from it. */
function decided({ errorTarget, ticketTypes }: SelfApproval) {
  const approveThemselves = ticketTypes.filter(({ approvesItself }) => approvesItself).map(({ key }) => key);
  return { errorTarget, approveThemselves };
}
