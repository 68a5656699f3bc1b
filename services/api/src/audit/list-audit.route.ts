import { auditFilterSchema, auditPageSchema } from '@ticket-pros/contracts/audit';
import { z } from 'zod';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** GET /v1/audit: who did what, newest first. */
export function listAudit(app: Api, _parts: ApiParts): void {
  app.get(
    '/v1/audit',
    {
      config: { access: { who: 'members', roles: ['owner'], key: 'audit.read' } },
      schema: {
        tags: ['Audit'],
        summary: 'List the audit log',
        querystring: auditFilterSchema.extend({
          cursor: z.string().max(200).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: auditPageSchema },
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
