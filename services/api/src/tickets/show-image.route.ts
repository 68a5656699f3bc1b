import type { ImageMediaType } from '@ticket-pros/contracts/upload';
import { withMember } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { imageKey } from '@ticket-pros/storage/object-key';
import { ObjectMissingError } from '@ticket-pros/storage/object-missing-error';
import { sql } from 'kysely';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

const paramsSchema = z.object({
  ticketId: z.uuid(),
  imageId: z.uuid(),
  rendition: z.enum(['original', 'display', 'thumbnail']),
});

const shownByBrowsers = new Set<ImageMediaType>(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);
const weekInSeconds = 7 * 24 * 60 * 60;
/** The audit log tells looks to the hour, so that a browser may keep what it shows of others for as long without asking. */
const hourInSeconds = 60 * 60;

/**
 * GET /v1/tickets/:ticketId/images/:imageId/:rendition: the bytes of a page, checked against the member's scope each time. A look at
 * another member's ticket stands in the audit log, also where the browser has the bytes still (304).
 */
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
      const image = await withMember(db, scope, async (transaction) => {
        const found = await transaction
          .selectFrom('images')
          .innerJoin('tickets', (join) =>
            join.onRef('tickets.account_id', '=', 'images.account_id').onRef('tickets.id', '=', 'images.ticket_id'),
          )
          .select(['images.media_type', 'images.has_derivatives', 'images.stored_sha256', 'tickets.member_id'])
          .where('images.account_id', '=', scope.accountId)
          .where('images.id', '=', imageId)
          .where('tickets.id', '=', ticketId)
          .where('tickets.state', 'not in', ['uploading', 'deleted'])
          .where((query) => visibleTickets(scope)(query))
          .executeTakeFirst();
        if (found === undefined || found.media_type === null) return undefined;
        if (rendition !== 'original' && !found.has_derivatives) return undefined;
        const isOwn = found.member_id === (scope.actorId ?? scope.memberId);
        if (!isOwn) await sql`select app.note_look(${ticketId}, ${looksAt(found)}::jsonb)`.execute(transaction);
        return { mediaType: found.media_type, storedSha256: found.stored_sha256, isOwn };
      });
      if (image === undefined) throw new ProblemError('not_found');
      // The bytes behind an image id never change, so this session's browser may keep them, its own to show them without signal; no
      // proxy may, and neither may the next person on the same phone (the cookie differs).
      const tag = `"${image.storedSha256}-${rendition}"`;
      const seconds = image.isOwn ? weekInSeconds : hourInSeconds;
      reply.header('cache-control', `private, max-age=${seconds}`).header('vary', 'cookie').header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      try {
        const bytes = await storage.get(imageKey(scope.accountId, ticketId, imageId, rendition));
        const mediaType = rendition === 'original' ? image.mediaType : 'image/jpeg';
        // What browsers would open with a viewer of their own is to be saved, never shown as a page of this site.
        if (!shownByBrowsers.has(mediaType)) reply.header('content-disposition', 'attachment');
        return reply.type(mediaType).send(bytes);
      } catch (error) {
        if (error instanceof ObjectMissingError) throw new ProblemError('not_found');
        throw error;
      }
    },
  );
}

/** What the audit log tells of a look, besides who looked at which ticket: whose it is. */
function looksAt({ member_id }: { member_id: string }): string {
  return JSON.stringify({ capturedBy: member_id });
}
