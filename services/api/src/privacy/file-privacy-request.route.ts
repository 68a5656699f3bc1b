import { filePrivacyRequestSchema, privacyRequestSchema } from '@ticket-pros/contracts/privacy-request';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { filePrivacyRequest } from './file-privacy-request.ts';

/** POST /v1/privacy-requests: a member asks about its own data; the owners hear of it. */
export function filePrivacyRequestRoute(app: Api, parts: ApiParts): void {
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
    async (request, reply) => {
      const filed = await filePrivacyRequest(parts, askerOf(request), request.body);
      return reply.code(201).send(filed);
    },
  );
}
