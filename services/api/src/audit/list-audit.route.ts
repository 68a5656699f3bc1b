import { auditFilterSchema, auditPageSchema } from '@ticket-pros/contracts/audit';
import { withMember } from '@ticket-pros/db/scope';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { readCursor, writeCursor } from '../tickets/page-cursor.ts';
import { selectAuditEvents } from './select-audit-events.ts';

/** GET /v1/audit: who did what, newest first. */
export function listAudit(app: Api, parts: ApiParts): void {
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
    async (request) => {
      const { scope } = askerOf(request);
      const { cursor, limit, ...filter } = request.query;
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const found = await withMember(parts.db, scope, (transaction) =>
        selectAuditEvents(transaction, scope, { filter, after, limit: limit + 1 }),
      );
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        events: page.map(({ event }) => event),
        nextCursor: found.length > limit && last !== undefined ? writeCursor(last.place) : null,
      };
    },
  );
}
