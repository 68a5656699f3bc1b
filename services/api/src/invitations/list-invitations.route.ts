import { invitationListSchema } from '@ticket-pros/contracts/invitation';
import { withMember } from '@ticket-pros/db/scope';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { selectInvitations } from './select-invitations.ts';

/** As many as can be open, and some that are over. */
const limit = 2500;

/** GET /v1/invitations: an owner sees all, others their own. */
export function listInvitations(app: Api, { db }: ApiParts): void {
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
    async (request) => {
      const asker = askerOf(request);
      return withMember(db, asker.scope, async (transaction) => ({
        invitations: await selectInvitations(transaction, asker, { limit }),
      }));
    },
  );
}
