import { memberSchema } from '@ticket-pros/contracts/member';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { findMember } from './find-member.ts';

/** GET /v1/members/:memberId. */
export function showMember(app: Api, parts: ApiParts): void {
  app.get(
    '/v1/members/:memberId',
    {
      config: { access: { who: 'members', key: 'members.read' } },
      schema: {
        tags: ['Members'],
        summary: 'Show a member',
        params: z.object({ memberId: z.uuid() }),
        response: { 200: memberSchema },
      },
    },
    async (request) => findMember(parts, askerOf(request), request.params.memberId),
  );
}
