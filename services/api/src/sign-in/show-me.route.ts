import { meSchema } from '@ticket-pros/contracts/member';
import { withMember } from '@ticket-pros/db/scope';
import type { Api, ApiParts } from '../api-parts.ts';
import { findMember } from './find-member.ts';

/** GET /v1/me: who is signed in. */
export function showMe(app: Api, parts: ApiParts): void {
  app.get(
    '/v1/me',
    { schema: { tags: ['Sign-in'], summary: 'Who is signed in', response: { 200: meSchema } } },
    async (request) => {
      const member = await findMember(request, parts);
      const account = await withMember(parts.db, member.scope, (transaction) =>
        transaction
          .selectFrom('accounts')
          .select(['id', 'name', 'time_zone'])
          .where('id', '=', member.scope.accountId)
          .executeTakeFirstOrThrow(),
      );
      return {
        email: member.email,
        member: { id: member.scope.memberId, name: member.name, role: member.role },
        account: { id: account.id, name: account.name, timeZone: account.time_zone },
      };
    },
  );
}
