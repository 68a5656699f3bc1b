import { changeMemberSchema, memberSchema } from '@ticket-pros/contracts/member';
import { z } from 'zod';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** PATCH /v1/members/:memberId: name, role, place in the tree, visibility. */
export function changeMember(app: Api, _parts: ApiParts): void {
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
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
