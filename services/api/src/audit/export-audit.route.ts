import { auditFilterSchema } from '@ticket-pros/contracts/audit';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** GET /v1/audit.csv: the filtered log as a file, streamed. */
export function exportAudit(app: Api, _parts: ApiParts): void {
  app.get(
    '/v1/audit.csv',
    {
      config: { access: { who: 'members', roles: ['owner'], key: 'audit.read' } },
      schema: {
        tags: ['Audit'],
        summary: 'Export the audit log as CSV',
        querystring: auditFilterSchema,
      },
    },
    async () => {
      throw new ProblemError('not_ready');
    },
  );
}
