import { answerPrivacyRequestSchema, privacyRequestSchema } from '@ticket-pros/contracts/privacy-request';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { answerPrivacyRequest } from './answer-privacy-request.ts';

/** POST /v1/privacy-requests/:requestId/answer: an owner answers; the member hears of it. */
export function answerPrivacyRequestRoute(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/privacy-requests/:requestId/answer',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Privacy'],
        summary: 'Answer a privacy request',
        params: z.object({ requestId: z.uuid() }),
        body: answerPrivacyRequestSchema,
        response: { 200: privacyRequestSchema },
      },
    },
    async (request) =>
      answerPrivacyRequest(parts, askerOf(request).scope, { requestId: request.params.requestId, ...request.body }),
  );
}
