import { type SessionList, sessionListSchema } from '@ticket-pros/contracts/sign-in';
import { z } from 'zod';
import { signedInUserOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { describeDevice } from './describe-device.ts';
import { findRegion } from './find-region.ts';
import { noteEvent } from './tell-user.ts';

/** GET /v1/me/sessions, DELETE /v1/me/sessions/:sessionId, DELETE /v1/me/sessions: where somebody is signed in, and an end of it. */
export function listSessions(app: Api, { auth }: ApiParts): void {
  const { tables, now } = auth.signIn;
  app.get(
    '/v1/me/sessions',
    {
      config: { access: { who: 'signed in' } },
      schema: { tags: ['Me'], summary: 'Where you are signed in', response: { 200: sessionListSchema } },
    },
    async (request): Promise<SessionList> => {
      const { userId, sessionId } = signedInUserOf(request);
      const sessions = await tables
        .selectFrom('session')
        .select(['id', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'])
        .where('userId', '=', userId)
        .where('expiresAt', '>', now())
        .orderBy('updatedAt', 'desc')
        .execute();
      return {
        sessions: sessions.map(({ id, ipAddress, userAgent, createdAt, updatedAt }) => ({
          id,
          device: describeDevice(userAgent),
          country: findRegion(ipAddress ?? ''),
          signedInAt: createdAt.toISOString(),
          lastUsedAt: updatedAt.toISOString(),
          isThisOne: id === sessionId,
        })),
      };
    },
  );
  app.delete(
    '/v1/me/sessions/:sessionId',
    {
      config: { access: { who: 'signed in' } },
      schema: {
        tags: ['Me'],
        summary: 'End one of your sessions',
        params: z.object({ sessionId: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { userId } = signedInUserOf(request);
      const ended = await tables
        .deleteFrom('session')
        .where('userId', '=', userId)
        .where('id', '=', request.params.sessionId)
        .returning('id')
        .executeTakeFirst();
      if (ended === undefined) throw new ProblemError('not_found');
      noteEvent(auth.signIn, request, { action: 'session_revoked', userId });
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/v1/me/sessions',
    {
      config: { access: { who: 'signed in' } },
      schema: { tags: ['Me'], summary: 'End all your other sessions', response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { userId, sessionId } = signedInUserOf(request);
      const ended = await tables
        .deleteFrom('session')
        .where('userId', '=', userId)
        .where('id', '<>', sessionId)
        .returning('id')
        .execute();
      if (ended.length > 0) noteEvent(auth.signIn, request, { action: 'session_revoked', userId });
      return reply.code(204).send(null);
    },
  );
}
