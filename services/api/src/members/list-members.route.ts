import { memberFilterSchema, memberPageSchema } from '@ticket-pros/contracts/member';
import { withMember } from '@ticket-pros/db/scope';
import { type SqlBool, sql } from 'kysely';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { describeMembers } from './describe-members.ts';
import { readMemberCursor, writeMemberCursor } from './member-cursor.ts';
import { searchMembers } from './search-members.ts';
import { selectMembers } from './select-members.ts';

/** GET /v1/members: the members that the asking one sees, by name. */
export function listMembers(app: Api, parts: ApiParts): void {
  app.get(
    '/v1/members',
    {
      config: { access: { who: 'members', key: 'members.read' } },
      schema: {
        tags: ['Members'],
        summary: 'List members',
        querystring: memberFilterSchema,
        response: { 200: memberPageSchema },
      },
    },
    async (request) => {
      const asker = askerOf(request);
      const { search, cursor, limit } = request.query;
      const after = cursor === undefined ? undefined : readMemberCursor(cursor);
      const ids = search === undefined ? undefined : await searchMembers(parts, asker, search);
      const rows = await withMember(parts.db, asker.scope, (transaction) =>
        selectMembers(transaction, asker.scope, {
          limit: limit + 1,
          where: (query) =>
            query.and([
              ...(ids === undefined ? [] : [query('members.id', '=', query.fn.any(query.val(ids)))]),
              ...(after === undefined
                ? []
                : [sql<SqlBool>`(lower(members.name), members.id) > (lower(${after.name}), ${after.id}::uuid)`]),
            ]),
        }),
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        members: await describeMembers(parts.auth, asker, page),
        nextCursor: rows.length > limit && last !== undefined ? writeMemberCursor(last) : null,
      };
    },
  );
}
