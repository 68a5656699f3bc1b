import { uploadReceiptSchema } from '@ticket-pros/contracts/upload';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { discardBody } from '../tickets/discard-body.ts';
import { hangUpOnSilence } from '../tickets/hang-up-on-silence.ts';
import { limitUploads } from '../tickets/limit-uploads.ts';
import { answerTus, bytesType, uploadsPath } from './answer-tus.ts';
import { finishTicket } from './finish-ticket.ts';

const access = { who: 'members', key: 'tickets.capture' } as const;

/**
 * Resumable uploads, photo by photo (tus 1.0.0): POST begins one and may bring it whole, HEAD tells how far it is, PATCH goes on from there.
 * The answer that ends a ticket's last photo is the ticket's receipt.
 */
export async function receiveUploads(app: Api, parts: ApiParts): Promise<void> {
  const uploadsInHand = limitUploads({ inAll: 32, ofOneMember: 6 });
  await app.register(async (uploads: Api) => {
    // Left as it is: the bytes are taken as they come.
    uploads.addContentTypeParser(bytesType, (_request, _payload, done) => done(null));

    for (const { method, url, summary, description } of bytesRoutes) {
      uploads.route({
        method,
        url,
        config: { access },
        // Refused before its body was read: a phone that still sends has to see why.
        onError: async (request) => discardBody(request),
        schema: { tags: ['Tickets'], summary, description, consumes: [bytesType] },
        handler: async (request, reply) => {
          const asker = askerOf(request);
          const leave = uploadsInHand.enter(asker.scope.memberId);
          const stopListening = hangUpOnSilence(request);
          try {
            return await answerTus(request, reply, parts, asker);
          } finally {
            leave();
            stopListening();
            discardBody(request);
          }
        },
      });
    }

    uploads.route({
      method: 'HEAD',
      url: `${uploadsPath}/:name`,
      config: { access },
      schema: { hide: true },
      handler: (request, reply) => answerTus(request, reply, parts, askerOf(request)),
    });

    uploads.get(
      `${uploadsPath}/:uploadId/receipt`,
      {
        config: { access },
        schema: {
          tags: ['Tickets'],
          summary: 'Get the receipt of an upload',
          description: 'Says that every photo of the ticket is safe, with its hashes; 404 while one is missing.',
          params: z.object({ uploadId: z.uuid() }),
          response: { 200: uploadReceiptSchema },
        },
      },
      async (request) => {
        const receipt = await finishTicket(parts, request.log, askerOf(request), request.params.uploadId);
        if (receipt === null) throw new ProblemError('not_found');
        return receipt;
      },
    );
  });
}

const bytesRoutes = [
  {
    method: 'POST',
    url: uploadsPath,
    summary: 'Begin a photo',
    description:
      'tus 1.0.0 with creation-with-upload. `Upload-Metadata` holds `manifest`: base64 of JSON with `uploadId`, `images` (the SHA-256 of each photo of the ticket) and `page` (which of them this is, from 0). The photo lives at `/v1/uploads/<uploadId>.<page>` then; 409 says that a part of it is here. The answer to the last photo is the receipt.',
  },
  {
    method: 'PATCH',
    url: `${uploadsPath}/:name`,
    summary: 'Send more of a photo',
    description:
      'tus 1.0.0: bytes from `Upload-Offset` on, which HEAD tells. The answer to the last photo is the receipt.',
  },
] as const;
