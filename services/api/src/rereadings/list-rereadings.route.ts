import { rereadingsSchema } from '@ticket-pros/contracts/rereading';
import { withMember } from '@ticket-pros/db/scope';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { selectRereadings } from './select-rereadings.ts';

/** GET /v1/rereadings: the latest ones that the member sees, and how far they are. */
export function listRereadings(app: Api, { db }: ApiParts): void {
  app.get(
    '/v1/rereadings',
    {
      config: { access: { who: 'members', roles: ['owner', 'office'], key: 'tickets.review' } },
      schema: { tags: ['Learning'], summary: 'List rereadings', response: { 200: rereadingsSchema } },
    },
    async (request) => {
      const { scope } = askerOf(request);
      return { rereadings: await withMember(db, scope, (transaction) => selectRereadings(transaction, scope)) };
    },
  );
}
