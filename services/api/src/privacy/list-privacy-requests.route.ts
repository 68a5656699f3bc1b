import { privacyRequestListSchema } from '@ticket-pros/contracts/privacy-request';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** GET /v1/privacy-requests: an owner sees all of the account, others their own (promise TP-8). */
export function listPrivacyRequests(app: Api, _parts: ApiParts): void {
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
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
