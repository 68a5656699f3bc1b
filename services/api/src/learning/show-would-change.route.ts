import { wouldChangeSchema } from '@ticket-pros/contracts/learning';
import { withMember } from '@ticket-pros/db/scope';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { previewLesson } from './preview-lesson.ts';

/** GET /v1/tickets/:ticketId/would-change: what approving the ticket as it stands would change on open tickets of its form. */
export function showWouldChange(app: Api, { db }: ApiParts): void {
  app.get(
    '/v1/tickets/:ticketId/would-change',
    {
      config: { access: { who: 'members', roles: ['owner', 'office'], key: 'tickets.review' } },
      schema: {
        tags: ['Learning'],
        summary: 'What approving a ticket would change on others',
        params: z.object({ ticketId: z.uuid() }),
        response: { 200: wouldChangeSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      return withMember(db, scope, (transaction) => previewLesson(transaction, scope, request.params.ticketId));
    },
  );
}
