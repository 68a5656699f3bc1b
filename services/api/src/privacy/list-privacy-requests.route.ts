import { privacyRequestListSchema } from '@ticket-pros/contracts/privacy-request';
import { withMember } from '@ticket-pros/db/scope';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { selectPrivacyRequests } from './select-privacy-requests.ts';

/** GET /v1/privacy-requests: an owner sees all of the account, others their own (promise TP-8). */
export function listPrivacyRequests(app: Api, parts: ApiParts): void {
  app.get(
    '/v1/privacy-requests',
    {
      config: { access: { who: 'members' } },
      schema: {
        tags: ['Privacy'],
        summary: 'List privacy requests',
        response: { 200: privacyRequestListSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      return {
        requests: await withMember(parts.db, scope, (transaction) => selectPrivacyRequests(transaction, scope)),
      };
    },
  );
}
