import { invitationCsvSchema, invitationPreviewSchema, invitedInBulkSchema } from '@ticket-pros/contracts/invitation';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/invitations/preview and /bulk: many people from a CSV, all or none. */
export function inviteInBulk(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/invitations/preview',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Invitations'],
        summary: 'Check a CSV of people to invite',
        body: invitationCsvSchema,
        response: { 200: invitationPreviewSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
  app.post(
    '/v1/invitations/bulk',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Invitations'],
        summary: 'Invite everybody in a CSV',
        body: invitationCsvSchema,
        response: { 201: invitedInBulkSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
