import { apiKeySchema } from '@ticket-pros/contracts/api-key';
import { withMember } from '@ticket-pros/db/scope';
import { seenByOwners } from '@ticket-pros/db/seen-by-owners';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { selectApiKeys } from './select-api-keys.ts';

/** DELETE /v1/api-keys/:keyId: the key opens nothing from now on. Once more changes nothing. */
export function revokeApiKey(app: Api, parts: ApiParts): void {
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
    async (request) => {
      const { scope } = askerOf(request);
      const { keyId } = request.params;
      return withMember(parts.db, scope, async (transaction) => {
        const result = await transaction
          .updateTable('api_keys')
          .set({ revoked_at: new Date() })
          .where(seenByOwners(scope, 'api_keys'))
          .where('id', '=', keyId)
          .where('revoked_at', 'is', null)
          .executeTakeFirst();
        const [apiKey] = await selectApiKeys(transaction, scope, keyId);
        if (apiKey === undefined) throw new ProblemError('not_found');
        if (result.numUpdatedRows > 0n) {
          await writeAudit(transaction, scope, {
            action: 'api_key.revoked',
            subject: { kind: 'api_key', id: keyId },
            payload: { name: apiKey.name, member: apiKey.member.name },
          });
        }
        return apiKey;
      });
    },
  );
}
