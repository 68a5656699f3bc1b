import { changeMemberSchema, memberSchema } from '@ticket-pros/contracts/member';
import { z } from 'zod';
import { expectConfirmed } from '../access/expect-confirmed.ts';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { changeMember } from './change-member.ts';
import { findMember } from './find-member.ts';

/** PATCH /v1/members/:memberId: name, role, place in the tree, visibility. */
export function changeMemberRoute(app: Api, parts: ApiParts): void {
  app.patch(
    '/v1/members/:memberId',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Members'],
        summary: 'Change or move a member',
        params: z.object({ memberId: z.uuid() }),
        body: changeMemberSchema,
        response: { 200: memberSchema },
      },
    },
    async (request) => {
      const asker = askerOf(request);
      const { memberId } = request.params;
      if (request.body.role !== undefined || request.body.visibility === 'account') expectConfirmed(asker);
      await changeMember(parts, asker.scope, memberId, request.body);
      return findMember(parts, asker, memberId);
    },
  );
}
