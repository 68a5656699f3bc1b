import { memberSchema } from '@ticket-pros/contracts/member';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { removeSecondFactor } from '../sign-in/remove-second-factor.ts';
import { findMember, findMemberRow } from './find-member.ts';
import { isOfThisAccountAlone } from './is-of-this-account-alone.ts';

/**
 * POST /v1/members/:memberId/reset-second-factor: for a member who lost phone and recovery codes. The password alone opens its next
 * sign-in, so that its sessions end and it is told by mail. Not for who has a place in another account, too.
 */
export function resetSecondFactor(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/members/:memberId/reset-second-factor',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['Members'],
        summary: "Take a member's second factor away",
        params: z.object({ memberId: z.uuid() }),
        response: { 200: memberSchema },
      },
    },
    async (request) => {
      const asker = askerOf(request);
      const { memberId } = request.params;
      const row = await withMember(parts.db, asker.scope, (transaction) =>
        findMemberRow(transaction, asker.scope, memberId),
      );
      if (!(await isOfThisAccountAlone(parts.db, row.user_id))) {
        throw new ProblemError(
          'not_allowed',
          'This member turns it off alone, under My account, or with a recovery code.',
        );
      }
      await removeSecondFactor(parts.auth, row.user_id);
      await withMember(parts.db, asker.scope, (transaction) =>
        writeAudit(transaction, asker.scope, {
          action: 'member.second_factor_reset',
          subject: { kind: 'member', id: memberId },
          payload: { name: row.name },
        }),
      );
      return findMember(parts, asker, memberId);
    },
  );
}
