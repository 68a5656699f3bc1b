import { givenPasswordSchema } from '@ticket-pros/contracts/member';
import { z } from 'zod';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/members/:memberId/reset-password: a new password for a member without e-mail, shown once. */
export function resetMemberPassword(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/members/:memberId/reset-password',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['Members'],
        summary: 'Reset the password of a member without e-mail',
        params: z.object({ memberId: z.uuid() }),
        response: { 200: givenPasswordSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
