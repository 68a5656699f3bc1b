import { joinedSchema, joinSchema } from '@ticket-pros/contracts/invitation';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/join: takes an invitation, as a new user or as who is signed in. */
export function joinAccount(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/join',
    {
      config: { access: { who: 'anybody' } },
      schema: {
        tags: ['Joining'],
        summary: 'Take an invitation',
        body: joinSchema,
        response: { 200: joinedSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
