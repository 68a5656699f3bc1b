import { rereadingSchema } from '@ticket-pros/contracts/rereading';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { selectRereadings, visibleRereadings } from './select-rereadings.ts';

/** POST /v1/rereadings/:rereadingId/stop: tickets whose turn did not come stay as they are. Once more changes nothing. */
export function stopRereading(app: Api, { db }: ApiParts): void {
  app.post(
    '/v1/rereadings/:rereadingId/stop',
    {
      config: { access: { who: 'members', roles: ['owner', 'office'], key: 'tickets.review' } },
      schema: {
        tags: ['Learning'],
        summary: 'Stop a rereading',
        params: z.object({ rereadingId: z.uuid() }),
        response: { 200: rereadingSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      const { rereadingId } = request.params;
      return withMember(db, scope, async (transaction) => {
        const result = await transaction
          .updateTable('rereadings')
          .set({ stopped_at: new Date() })
          .where(visibleRereadings(scope))
          .where('id', '=', rereadingId)
          .where('stopped_at', 'is', null)
          .where('finished_at', 'is', null)
          .executeTakeFirst();
        const [rereading] = await selectRereadings(transaction, scope, rereadingId);
        if (rereading === undefined) throw new ProblemError('not_found');
        if (result.numUpdatedRows > 0n) {
          await writeAudit(transaction, scope, {
            action: 'rereading.stopped',
            subject: { kind: 'rereading', id: rereadingId },
            payload: { tickets: rereading.tickets, read: rereading.read },
          });
        }
        return rereading;
      });
    },
  );
}
