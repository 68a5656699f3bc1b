import { accountDetailSchema } from '@ticket-pros/contracts/account';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** GET /v1/account: what the owners decided for the account. */
export function showAccount(app: Api, _parts: ApiParts): void {
  app.get(
    '/v1/account',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Account'],
        summary: 'Show the account',
        response: { 200: accountDetailSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
