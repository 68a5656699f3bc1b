import { invitationListSchema } from '@ticket-pros/contracts/invitation';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** GET /v1/invitations: an owner sees all, others their own. */
export function listInvitations(app: Api, _parts: ApiParts): void {
  app.get(
    '/v1/invitations',
    {
      config: { access: { who: 'members' } },
      schema: {
        tags: ['Invitations'],
        summary: 'List invitations',
        response: { 200: invitationListSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
