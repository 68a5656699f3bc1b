import { signedUpSchema, signUpSchema } from '@ticket-pros/contracts/invitation';
import { signInPages } from '@ticket-pros/contracts/sign-in';
import type { Api, ApiParts } from '../api-parts.ts';
import { sendMail } from '../mail/send-mail.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { checkPassword } from '../sign-in/check-password.ts';
import { sendConfirmation } from './send-confirmation.ts';
import { takeTurn } from './take-turn.ts';

/** Sign-ups an hour from one address of the network. */
const mostSignUps = { most: 20, windowSeconds: 60 * 60 };

/** POST /v1/sign-up: asks for a new account; always answered alike, the mail tells the rest. */
export function signUp(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/sign-up',
    {
      config: { access: { who: 'anybody' } },
      schema: {
        tags: ['Joining'],
        summary: 'Sign up',
        body: signUpSchema,
        response: { 202: signedUpSchema },
      },
    },
    async ({ body, ip }, reply) => {
      const { company, name, email, language } = body;
      const { signIn, $context } = parts.auth;
      checkPassword(body.password, [company, name, email]);
      if (!(await takeTurn(signIn, { purpose: 'sign-up', of: ip, ...mostSignUps }))) {
        throw new ProblemError('too_many_requests', 'Too many sign-ups came from your network. Try again in an hour.');
      }
      const attestedAt = signIn.now().toISOString();
      // Takes most of the time that an answer takes, so it is done for known addresses too.
      const passwordHash = await (await $context).password.hash(body.password);
      await sendConfirmation(parts, {
        pending: { kind: 'found', name, email, passwordHash, company, language, attestedAt },
        language,
        tellKnown: () =>
          sendMail(parts, {
            to: email,
            template: 'sign-up-known-address',
            language,
            accountId: null,
            parameters: {
              signInUrl: new URL('/sign-in', signIn.publicUrl).href,
              resetUrl: new URL(signInPages.forgotPassword, signIn.publicUrl).href,
            },
          }),
      });
      return reply.code(202).send({ outcome: 'confirm_email' });
    },
  );
}
