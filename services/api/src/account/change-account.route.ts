import { accountDetailSchema, changeAccountSchema } from '@ticket-pros/contracts/account';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** PATCH /v1/account. */
export function changeAccount(app: Api, _parts: ApiParts): void {
  app.patch(
    '/v1/account',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['Account'],
        summary: 'Change the account',
        body: changeAccountSchema,
        response: { 200: accountDetailSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
