import { handedOverSchema, handOverSchema } from '@ticket-pros/contracts/member';
import { z } from 'zod';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/members/:memberId/hand-over: all tickets of a member become those of another. */
export function handOverTickets(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/members/:memberId/hand-over',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['Members'],
        summary: 'Hand over all tickets of a member',
        params: z.object({ memberId: z.uuid() }),
        body: handOverSchema,
        response: { 200: handedOverSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
