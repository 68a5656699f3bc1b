import { confirmSignUpSchema, joinedSchema } from '@ticket-pros/contracts/invitation';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/sign-up/confirm: makes what a confirmed e-mail address asked for, and signs in. */
export function confirmSignUp(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/sign-up/confirm',
    {
      config: { access: { who: 'anybody' } },
      schema: {
        tags: ['Joining'],
        summary: 'Confirm an e-mail address',
        body: confirmSignUpSchema,
        response: { 200: joinedSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
