import { invitationSchema } from '@ticket-pros/contracts/invitation';
import { z } from 'zod';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** DELETE /v1/invitations/:invitationId. */
export function revokeInvitation(app: Api, _parts: ApiParts): void {
  app.delete(
    '/v1/invitations/:invitationId',
    {
      config: { access: { who: 'members' } },
      schema: {
        tags: ['Invitations'],
        summary: 'Revoke an invitation',
        params: z.object({ invitationId: z.uuid() }),
        response: { 200: invitationSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
