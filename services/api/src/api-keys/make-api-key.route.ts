import { madeApiKeySchema, makeApiKeySchema } from '@ticket-pros/contracts/api-key';
import { withMember } from '@ticket-pros/db/scope';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { insertApiKey } from './insert-api-key.ts';
import { selectApiKeys } from './select-api-keys.ts';

/** POST /v1/api-keys: the secret is in this answer and nowhere else. */
export function makeApiKey(app: Api, parts: ApiParts): void {
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
    async (request, reply) => {
      const { scope } = askerOf(request);
      const made = await withMember(parts.db, scope, async (transaction) => {
        const { id, secret } = await insertApiKey(transaction, scope, request.body);
        const [apiKey] = await selectApiKeys(transaction, scope, id);
        if (apiKey === undefined) throw new Error('a key that was just made is gone');
        return { apiKey, secret };
      });
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );
}
