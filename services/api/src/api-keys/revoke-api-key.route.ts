import { apiKeySchema } from '@ticket-pros/contracts/api-key';
import { z } from 'zod';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** DELETE /v1/api-keys/:keyId. */
export function revokeApiKey(app: Api, _parts: ApiParts): void {
  app.delete(
    '/v1/api-keys/:keyId',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['API keys'],
        summary: 'Revoke an API key',
        params: z.object({ keyId: z.uuid() }),
        response: { 200: apiKeySchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
