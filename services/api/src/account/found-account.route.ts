import { foundAccountSchema } from '@ticket-pros/contracts/invitation';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/accounts: who is signed in founds another account and works in it from now on. */
export function foundAnotherAccount(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/accounts',
    {
      config: { access: { who: 'signed in' } },
      schema: {
        tags: ['Account'],
        summary: 'Found another account',
        body: foundAccountSchema,
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
