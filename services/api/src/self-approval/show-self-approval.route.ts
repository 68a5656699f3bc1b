import { selfApprovalSchema } from '@ticket-pros/contracts/self-approval';
import { withMember } from '@ticket-pros/db/scope';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { findSelfApproval } from './find-self-approval.ts';

/** GET /v1/self-approval. */
export function showSelfApproval(app: Api, { db }: ApiParts): void {
  app.get(
    '/v1/self-approval',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Account'],
        summary: 'Which tickets approve themselves, and how often that goes wrong',
        response: { 200: selfApprovalSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      return withMember(db, scope, (transaction) => findSelfApproval(transaction, scope));
    },
  );
}
