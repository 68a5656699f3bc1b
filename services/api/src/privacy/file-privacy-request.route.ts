import { filePrivacyRequestSchema, privacyRequestSchema } from '@ticket-pros/contracts/privacy-request';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** POST /v1/privacy-requests: a member asks about its own data; the owners hear of it. */
export function filePrivacyRequest(app: Api, _parts: ApiParts): void {
  app.post(
    '/v1/privacy-requests',
    {
      config: { access: { who: 'members' } },
      schema: {
        tags: ['Privacy'],
        summary: 'File a privacy request',
        body: filePrivacyRequestSchema,
        response: { 201: privacyRequestSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
