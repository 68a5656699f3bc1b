import { madeApiKeySchema, makeApiKeySchema } from '@ticket-pros/contracts/api-key';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/api-keys: the secret is in this answer and nowhere else. */
export function makeApiKey(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/api-keys',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['API keys'],
        summary: 'Make an API key',
        body: makeApiKeySchema,
        response: { 201: madeApiKeySchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
