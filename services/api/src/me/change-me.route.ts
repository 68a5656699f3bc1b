import { changeMeSchema, meSchema } from '@ticket-pros/contracts/member';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** PATCH /v1/me: what a member changes about itself. */
export function changeMe(app: Api, _parts: ApiParts): void {
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
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
