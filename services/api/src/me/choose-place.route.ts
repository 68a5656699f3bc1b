import { choosePlaceSchema, meSchema } from '@ticket-pros/contracts/member';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/me/place: the account to work in from now on. */
export function choosePlace(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/me/place',
    {
      config: { access: { who: 'members', whileSeeingAs: true, withoutSecondFactor: true } },
      schema: {
        tags: ['Me'],
        summary: 'Switch to another account',
        body: choosePlaceSchema,
        response: { 200: meSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
