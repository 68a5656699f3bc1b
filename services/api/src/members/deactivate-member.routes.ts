import { memberSchema } from '@ticket-pros/contracts/member';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { explainRefusal } from './explain-refusal.ts';
import { findMember, findMemberRow } from './find-member.ts';
import { lockMembers } from './lock-members.ts';

/**
 * POST /v1/members/:memberId/deactivate and /reactivate. Deactivating ends the member's sessions, API keys and invitations in the same
 * transaction (a trigger does it); its tickets stay.
 */
export function deactivateMember(app: Api, parts: ApiParts): void {
  const config = { access: { who: 'members', roles: ['owner'], confirmed: true } } as const;
  const schema = {
    tags: ['Members'],
    params: z.object({ memberId: z.uuid() }),
    response: { 200: memberSchema },
  };
  const setActive = async (request: FastifyRequest & { params: { memberId: string } }, isActive: boolean) => {
    const asker = askerOf(request);
    const { scope } = asker;
    const { memberId } = request.params;
    try {
      await withMember(parts.db, scope, async (transaction) => {
        await lockMembers(transaction, scope);
        const { name, is_active: wasActive } = await findMemberRow(transaction, scope, memberId);
        if (wasActive === isActive) return;
        const { numUpdatedRows } = await transaction
          .updateTable('members')
          .set({ is_active: isActive })
          .where('account_id', '=', scope.accountId)
          .where('id', '=', memberId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw new ProblemError('not_allowed');
        await writeAudit(transaction, scope, {
          action: isActive ? 'member.reactivated' : 'member.deactivated',
          subject: { kind: 'member', id: memberId },
          payload: { name },
        });
      });
    } catch (error) {
      throw explainRefusal(error);
    }
    return findMember(parts, asker, memberId);
  };
  app.post(
    '/v1/members/:memberId/deactivate',
    { config, schema: { ...schema, summary: 'Deactivate a member' } },
    async (request) => setActive(request, false),
  );
  app.post(
    '/v1/members/:memberId/reactivate',
    { config, schema: { ...schema, summary: 'Reactivate a member' } },
    async (request) => setActive(request, true),
  );
}
