import { changeMeSchema, meSchema } from '@ticket-pros/contracts/member';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { sql } from 'kysely';
import { askerOf, signedInUserOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { describeMe } from './describe-me.ts';

/** PATCH /v1/me: what a member changes about itself. */
export function changeMe(app: Api, parts: ApiParts): void {
  app.patch(
    '/v1/me',
    {
      config: { access: { who: 'members' } },
      schema: {
        tags: ['Me'],
        summary: 'Change own name and language',
        body: changeMeSchema,
        response: { 200: meSchema },
      },
    },
    async (request) => {
      const asker = askerOf(request);
      const { scope } = asker;
      await withMember(parts.db, scope, async (transaction) => {
        const before = await transaction
          .selectFrom('members')
          .select(['name', 'language'])
          .where('account_id', '=', scope.accountId)
          .where('id', '=', scope.memberId)
          .executeTakeFirst();
        // Deactivated since the request began.
        if (before === undefined) throw new ProblemError('not_signed_in');
        const after = { ...before, ...request.body };
        if (after.name === before.name && after.language === before.language) return;
        await sql`select app.change_own_profile(${after.name}, ${after.language})`.execute(transaction);
        await writeAudit(transaction, scope, {
          action: 'profile.changed',
          subject: { kind: 'member', id: scope.memberId },
          payload: { before, after },
        });
      });
      return describeMe(parts, asker, signedInUserOf(request));
    },
  );
}
