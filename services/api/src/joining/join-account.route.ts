import { joinedSchema, joinSchema } from '@ticket-pros/contracts/invitation';
import type { Api, ApiParts } from '../api-parts.ts';
import { joinAsSignedIn } from './join-as-signed-in.ts';
import { joinWithEmail } from './join-with-email.ts';
import { joinWithName } from './join-with-name.ts';

/** POST /v1/join: takes an invitation, as a new user or as who is signed in. */
export function joinAccount(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/join',
    {
      config: { access: { who: 'anybody' } },
      schema: {
        tags: ['Joining'],
        summary: 'Take an invitation',
        body: joinSchema,
        response: { 200: joinedSchema },
      },
    },
    async (request, reply) => {
      const { body } = request;
      if (body.as === 'email') return { outcome: await joinWithEmail(parts, { request, reply }, body) };
      if (body.as === 'name') await joinWithName(parts, { request, reply }, body);
      else await joinAsSignedIn(parts, { request, reply }, body.token);
      return { outcome: 'joined' as const };
    },
  );
}
