import { addNamedMemberSchema, namedMemberSchema } from '@ticket-pros/contracts/member';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/members: a member without e-mail, with a sign-in that its owner makes. */
export function addNamedMember(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/members',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Members'],
        summary: 'Add a member without e-mail',
        body: addNamedMemberSchema,
        response: { 201: namedMemberSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
