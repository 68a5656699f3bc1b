import type { Api } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { changeEmailEndpoints } from './change-email-endpoints.ts';
import type { Auth } from './create-auth.ts';
import { passkeyEndpoints } from './passkey-endpoints.ts';
import { passwordEndpoints } from './password-endpoints.ts';
import { secondFactorEndpoints } from './second-factor-endpoints.ts';
import { signInEndpoints } from './sign-in-endpoints.ts';

const prefix = '/v1/auth';

/** Everything that is offered of signing in. What better-auth has beyond it can't be reached. */
const endpoints = new Map(
  Object.entries({
    ...signInEndpoints,
    ...secondFactorEndpoints,
    ...passkeyEndpoints,
    ...passwordEndpoints,
    ...changeEmailEndpoints,
  }),
);

/** The sign-in addresses. Each one says by itself whether it wants a session. */
export function mountAuth(app: Api, auth: Auth, publicUrl: string): void {
  app.addHook('onClose', () => auth.signIn.background.settled());
  app.route({
    method: ['GET', 'POST'],
    url: `${prefix}/*`,
    config: { access: { who: 'anybody' } },
    schema: { hide: true },
    handler: async (request, reply) => {
      const { pathname } = new URL(request.url, publicUrl);
      const answer = endpoints.get(`${request.method} ${pathname.slice(prefix.length)}`);
      if (answer === undefined) throw new ProblemError('not_found');
      reply.header('cache-control', 'no-store');
      const found = await answer({ auth, request, reply });
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(found ?? null));
    },
  });
}
