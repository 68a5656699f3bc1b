import multipart from '@fastify/multipart';
import { uploadAnswerSchema } from '@ticket-pros/contracts/ticket';
import { uploadLimits } from '@ticket-pros/contracts/upload';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../access/asker.ts';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { abandonUpload } from './abandon-upload.ts';
import { beginUpload } from './begin-upload.ts';
import { discardBody } from './discard-body.ts';
import { enqueueReading } from './enqueue-reading.ts';
import { finishUpload } from './finish-upload.ts';
import { limitUploads } from './limit-uploads.ts';
import { openUpload } from './open-upload.ts';
import { expectNoMoreParts, readManifest, readNextImage } from './read-upload-parts.ts';
import { selectTicketDetail } from './select-ticket-detail.ts';
import { storeImage } from './store-image.ts';

const largestUpload = uploadLimits.imagesPerTicket * uploadLimits.bytesPerImage + 1024 * 1024;

/**
 * POST /v1/tickets: one ticket with its photos. Rows first, then each photo into storage, then the state, then the queue; answered
 * when rows and objects are safe. The same upload id again answers 200 with the ticket that is there.
 */
export async function uploadTicket(app: Api, parts: ApiParts): Promise<void> {
  const uploadsInHand = limitUploads({ inAll: 32, ofOneMember: 6 });
  await app.register(multipart, {
    limits: {
      fileSize: uploadLimits.bytesPerImage,
      files: uploadLimits.imagesPerTicket + 1,
      fields: 2,
      parts: uploadLimits.imagesPerTicket + 2,
      fieldSize: 64 * 1024,
      headerPairs: 50,
    },
    throwFileSizeLimit: false,
  });
  app.post(
    '/v1/tickets',
    {
      config: { access: { who: 'members', key: 'tickets.capture' } },
      // Refused before its body was read: a phone that still sends has to see why.
      onError: async (request) => discardBody(request),
      schema: {
        tags: ['Tickets'],
        summary: 'Send a ticket',
        description:
          'multipart/form-data: a field `manifest` (JSON: `uploadId`, `images` with the SHA-256 of each photo), then a file `image` for each. A photo is a JPEG, PNG, WebP, HEIC, AVIF, or a TIFF or PDF of one page; a file of several pages is refused with `several_pages`: split it, and send its pages as the photos of one ticket, or of several.',
        consumes: ['multipart/form-data'],
        response: { 200: uploadAnswerSchema, 201: uploadAnswerSchema },
      },
    },
    async (request, reply) => {
      try {
        const member = askerOf(request);
        const leave = uploadsInHand.enter(member.scope.memberId);
        const uploaded = openUpload(request);
        try {
          const { ticketId, isNew } = await receiveUpload(request, uploaded, parts, member);
          const ticket = await selectTicketDetail(parts.db, member.scope, ticketId);
          return reply.code(isNew ? 201 : 200).send({ ticket });
        } finally {
          leave();
          void uploaded.return(undefined).catch(() => {});
        }
      } catch (error) {
        if (error instanceof ProblemError || !request.raw.socket.destroyed) throw error;
        throw new ProblemError('client_gone');
      } finally {
        discardBody(request);
      }
    },
  );
}

async function receiveUpload(
  request: FastifyRequest,
  uploaded: ReturnType<typeof openUpload>,
  { db, storage, queue }: ApiParts,
  { scope }: Asker,
): Promise<{ ticketId: string; isNew: boolean }> {
  if (Number(request.headers['content-length'] ?? 0) > largestUpload) throw new ProblemError('request_too_large');
  const manifest = await readManifest(uploaded);
  if (manifest.memberId !== undefined && manifest.memberId !== scope.memberId) {
    throw new ProblemError('not_signed_in', 'These photos were taken for another company. Change to it to send them.');
  }
  const upload = await beginUpload(db, scope, manifest);
  const { ticketId } = upload;
  if (upload.isRepeat) return { ticketId, isNew: false };
  try {
    for (const image of upload.images) {
      const bytes = await readNextImage(uploaded, image.sentSha256);
      const isStored = await storeImage(db, storage, scope, { ticketId, imageId: image.id, bytes });
      if (!isStored) throw new ProblemError('upload_interrupted');
    }
    await expectNoMoreParts(uploaded);
  } catch (error) {
    await abandonUpload(db, storage, scope, upload);
    throw error;
  }
  const isNew = await finishUpload(db, scope, { ticketId, photos: upload.images.length });
  if (isNew) {
    request.log.info(
      { accountId: scope.accountId, memberId: scope.memberId, ticketId, photos: upload.images.length },
      'ticket received',
    );
    await enqueueReading(queue, request.log, { accountId: scope.accountId, ticketId, readingNumber: 1 });
  }
  return { ticketId, isNew };
}
