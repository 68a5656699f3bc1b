import { memberSchema } from '@ticket-pros/contracts/member';
import { z } from 'zod';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/members/:memberId/deactivate and /reactivate. */
export function deactivateMember(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/members/:memberId/deactivate',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['Members'],
        summary: 'Deactivate a member',
        params: z.object({ memberId: z.uuid() }),
        response: { 200: memberSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
  app.post(
    '/v1/members/:memberId/reactivate',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['Members'],
        summary: 'Reactivate a member',
        params: z.object({ memberId: z.uuid() }),
        response: { 200: memberSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
