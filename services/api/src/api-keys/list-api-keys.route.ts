import { apiKeyListSchema } from '@ticket-pros/contracts/api-key';
import { withMember } from '@ticket-pros/db/scope';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { selectApiKeys } from './select-api-keys.ts';

/** GET /v1/api-keys. */
export function listApiKeys(app: Api, parts: ApiParts): void {
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
    async (request) => {
      const { scope } = askerOf(request);
      return { apiKeys: await withMember(parts.db, scope, (transaction) => selectApiKeys(transaction, scope)) };
    },
  );
}
