import { madeInvitationSchema, makeInvitationSchema } from '@ticket-pros/contracts/invitation';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/invitations: by e-mail, or as a link to show. */
export function makeInvitation(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/invitations',
    {
      config: { access: { who: 'members' } },
      schema: {
        tags: ['Invitations'],
        summary: 'Invite',
        body: makeInvitationSchema,
        response: { 201: madeInvitationSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
