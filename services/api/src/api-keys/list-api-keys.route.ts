import { apiKeyListSchema } from '@ticket-pros/contracts/api-key';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** GET /v1/api-keys. */
export function listApiKeys(app: Api, _parts: ApiParts): void {
  app.get(
    '/v1/api-keys',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['API keys'],
        summary: 'List API keys',
        response: { 200: apiKeyListSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
