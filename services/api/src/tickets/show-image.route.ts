import { withMember } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { imageKey } from '@ticket-pros/storage/object-key';
import { ObjectMissingError } from '@ticket-pros/storage/object-missing-error';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

const paramsSchema = z.object({
  ticketId: z.uuid(),
  imageId: z.uuid(),
  rendition: z.enum(['original', 'display', 'thumbnail']),
});

/** GET /v1/tickets/:ticketId/images/:imageId/:rendition: the bytes of a page, checked against the member's scope each time. */
export function showImage(app: Api, { db, storage }: ApiParts): void {
  app.get(
    '/v1/tickets/:ticketId/images/:imageId/:rendition',
    {
      config: { access: { who: 'members', key: 'tickets.read' } },
      schema: { tags: ['Tickets'], summary: 'Show a page of a ticket', params: paramsSchema },
    },
    async (request, reply) => {
      const { scope } = askerOf(request);
      const { ticketId, imageId, rendition } = request.params;
      const image = await withMember(db, scope, (transaction) =>
        transaction
          .selectFrom('images')
          .innerJoin('tickets', (join) =>
            join.onRef('tickets.account_id', '=', 'images.account_id').onRef('tickets.id', '=', 'images.ticket_id'),
          )
          .select(['images.media_type', 'images.has_derivatives', 'images.stored_sha256'])
          .where('images.id', '=', imageId)
          .where('tickets.id', '=', ticketId)
          .where('tickets.state', 'not in', ['uploading', 'deleted'])
          .where((query) => visibleTickets(scope)(query))
          .executeTakeFirst(),
      );
      if (image === undefined || image.media_type === null) throw new ProblemError('not_found');
      if (rendition !== 'original' && !image.has_derivatives) throw new ProblemError('not_found');
      // The bytes behind an image id never change, so this session's browser may keep them, to show them without signal; no proxy
      // may, and neither may the next person on the same phone (the cookie differs).
      const tag = `"${image.stored_sha256}-${rendition}"`;
      reply.header('cache-control', 'private, max-age=604800').header('vary', 'cookie').header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      try {
        const bytes = await storage.get(imageKey(scope.accountId, ticketId, imageId, rendition));
        return reply.type(rendition === 'original' ? image.media_type : 'image/jpeg').send(bytes);
      } catch (error) {
        if (error instanceof ObjectMissingError) throw new ProblemError('not_found');
        throw error;
      }
    },
  );
}
