import { signUpSchema } from '@ticket-pros/contracts/invitation';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/sign-up: asks for a new account; always answered alike, the mail tells the rest. */
export function signUp(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/sign-up',
    {
      config: { access: { who: 'anybody' } },
      schema: {
        tags: ['Joining'],
        summary: 'Sign up',
        body: signUpSchema,
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
