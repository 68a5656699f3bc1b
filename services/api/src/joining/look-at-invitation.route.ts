import { invitationLookSchema, lookAtInvitationSchema } from '@ticket-pros/contracts/invitation';
import type { Api, ApiParts } from '../api-parts.ts';
import { findInvitation } from './find-invitation.ts';
import { hashLinkToken } from './link-token.ts';

/** POST /v1/join/look: what an invitation is for. */
export function lookAtInvitation(app: Api, { db }: ApiParts): void {
  app.post(
    '/v1/join/look',
    {
      config: { access: { who: 'anybody' } },
      schema: {
        tags: ['Joining'],
        summary: 'Look at an invitation',
        body: lookAtInvitationSchema,
        response: { 200: invitationLookSchema },
      },
    },
    async (request) => findInvitation(db, hashLinkToken(request.body.token)),
  );
}
