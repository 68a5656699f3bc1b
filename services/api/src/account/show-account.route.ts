import { accountDetailSchema } from '@ticket-pros/contracts/account';
import { withMember } from '@ticket-pros/db/scope';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { findAccount } from './find-account.ts';

/** GET /v1/account: what the owners decided for the account. */
export function showAccount(app: Api, { db }: ApiParts): void {
  app.get(
    '/v1/account',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: { tags: ['Account'], summary: 'Show the account', response: { 200: accountDetailSchema } },
    },
    async (request) => {
      const { scope } = askerOf(request);
      return withMember(db, scope, (transaction) => findAccount(transaction, scope));
    },
  );
}
