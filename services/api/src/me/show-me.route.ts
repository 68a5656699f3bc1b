import { meSchema } from '@ticket-pros/contracts/member';
import { askerOf, signedInUserOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { describeMe } from './describe-me.ts';

/** GET /v1/me: who is signed in. */
export function showMe(app: Api, parts: ApiParts): void {
  app.get(
    '/v1/me',
    {
      config: { access: { who: 'members', withoutSecondFactor: true } },
      schema: { tags: ['Me'], summary: 'Who is signed in', response: { 200: meSchema } },
    },
    async (request) => describeMe(parts, askerOf(request), signedInUserOf(request)),
  );
}
