import { meSchema, seeAsSchema } from '@ticket-pros/contracts/member';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { askerOf, signedInUserOf } from '../access/guard-routes.ts';
import { seeAsMember } from '../access/see-as-member.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { describeMe } from '../me/describe-me.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { seeAs } from '../sign-in/change-session.ts';
import { findMemberRow } from './find-member.ts';

/** POST and DELETE /v1/me/see-as: an owner looks at the account as one of its members, until it stops. Nothing can be changed meanwhile. */
export function seeAsMemberRoutes(app: Api, parts: ApiParts): void {
  const { db, auth } = parts;
  const response = { 200: meSchema };
  app.post(
    '/v1/me/see-as',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: { tags: ['Members'], summary: 'See as a member', body: seeAsSchema, response },
    },
    async (request) => {
      const asker = askerOf(request);
      const user = signedInUserOf(request);
      const { memberId } = request.body;
      await withMember(db, asker.scope, async (transaction) => {
        const { name, is_active: isActive } = await findMemberRow(transaction, asker.scope, memberId);
        if (!isActive) throw new ProblemError('member_inactive');
        await writeAudit(transaction, asker.scope, {
          action: 'member.seen_as',
          subject: { kind: 'member', id: memberId },
          payload: { name },
        });
      });
      await seeAs(auth, user.sessionToken, memberId);
      const seeing = await seeAsMember(db, asker, memberId);
      if (seeing === null) throw new ProblemError('not_found');
      return describeMe(parts, seeing, user);
    },
  );
  app.delete(
    '/v1/me/see-as',
    {
      config: { access: { who: 'members', whileSeeingAs: true } },
      schema: { tags: ['Members'], summary: 'See as oneself again', response },
    },
    async (request) => {
      const asker = askerOf(request);
      const user = signedInUserOf(request);
      const { actorId, ...scope } = asker.scope;
      if (actorId === undefined) return describeMe(parts, asker, user);
      await seeAs(auth, user.sessionToken, null);
      const own = { ...scope, memberId: actorId, seesAccount: true };
      await withMember(db, own, (transaction) =>
        writeAudit(transaction, own, {
          action: 'member.seen_as_ended',
          subject: { kind: 'member', id: asker.scope.memberId },
          payload: { name: asker.name },
        }),
      );
      return describeMe(parts, { ...asker, scope: own, seenBy: null }, user);
    },
  );
}
