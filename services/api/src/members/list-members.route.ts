import { memberFilterSchema, memberPageSchema } from '@ticket-pros/contracts/member';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** GET /v1/members: the members that the asking one sees, by name. */
export function listMembers(app: Api, _parts: ApiParts): void {
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
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
