import { meSchema, seeAsSchema } from '@ticket-pros/contracts/member';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST and DELETE /v1/me/see-as: an owner looks at the account as one of its members, until it stops. */
export function seeAsMemberRoutes(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/me/see-as',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['Members'],
        summary: 'See as a member',
        body: seeAsSchema,
        response: { 200: meSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
  app.delete(
    '/v1/me/see-as',
    {
      config: { access: { who: 'members', whileSeeingAs: true } },
      schema: {
        tags: ['Members'],
        summary: 'See as oneself again',
        response: { 200: meSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
