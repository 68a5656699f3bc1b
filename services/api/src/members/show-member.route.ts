import { memberSchema } from '@ticket-pros/contracts/member';
import { z } from 'zod';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** GET /v1/members/:memberId. */
export function showMember(app: Api, _parts: ApiParts): void {
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
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
