import { answerPrivacyRequestSchema, privacyRequestSchema } from '@ticket-pros/contracts/privacy-request';
import { z } from 'zod';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/privacy-requests/:requestId/answer: an owner answers; the member hears of it. */
export function answerPrivacyRequest(app: Api, _parts: ApiParts): void {
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
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
