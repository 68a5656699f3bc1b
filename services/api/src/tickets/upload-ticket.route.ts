import multipart from '@fastify/multipart';
import { uploadAnswerSchema } from '@ticket-pros/contracts/ticket';
import { uploadLimits } from '@ticket-pros/contracts/upload';
import type { FastifyRequest } from 'fastify';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { findMember, type SignedInMember } from '../sign-in/find-member.ts';
import { abandonUpload } from './abandon-upload.ts';
import { beginUpload } from './begin-upload.ts';
import { discardBody } from './discard-body.ts';
import { enqueueReading } from './enqueue-reading.ts';
import { finishUpload } from './finish-upload.ts';
import { expectNoMoreParts, readManifest, readNextImage } from './read-upload-parts.ts';
import { selectTicketDetail } from './select-ticket-detail.ts';
import { storeImage } from './store-image.ts';

const largestUpload = uploadLimits.imagesPerTicket * uploadLimits.bytesPerImage + 1024 * 1024;

/**
 * POST /v1/tickets: one ticket with its photos. Rows first, then each photo into storage, then the state, then the queue; answered
 * when rows and objects are safe. The same upload id again answers 200 with the ticket that is there.
 */
export async function uploadTicket(app: Api, parts: ApiParts): Promise<void> {
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
      schema: {
        tags: ['Tickets'],
        summary: 'Send a ticket',
        description:
          'multipart/form-data: a field `manifest` (JSON: `uploadId`, `images` with the SHA-256 of each photo), then a file `image` for each.',
        consumes: ['multipart/form-data'],
        response: { 200: uploadAnswerSchema, 201: uploadAnswerSchema },
      },
    },
    async (request, reply) => {
      try {
        const member = await findMember(request, parts);
        const { ticketId, isNew } = await receiveUpload(request, parts, member);
        const ticket = await selectTicketDetail(parts.db, member.scope, ticketId);
        return reply.code(isNew ? 201 : 200).send({ ticket });
      } finally {
        discardBody(request);
      }
    },
  );
}

async function receiveUpload(
  request: FastifyRequest,
  { db, storage, queue }: ApiParts,
  { scope }: SignedInMember,
): Promise<{ ticketId: string; isNew: boolean }> {
  if (Number(request.headers['content-length'] ?? 0) > largestUpload) throw new ProblemError('request_too_large');
  const uploaded = request.parts();
  const manifest = await readManifest(uploaded);
  const { ticketId, isRepeat, images } = await beginUpload(db, scope, manifest);
  if (isRepeat) return { ticketId, isNew: false };
  try {
    for (const image of images) {
      const bytes = await readNextImage(uploaded, image.sentSha256);
      const stored = await storeImage(db, storage, scope, { ticketId, imageId: image.id, bytes });
      if (!stored) throw new ProblemError('missing_image', 'Another try of this upload failed meanwhile.');
    }
    await expectNoMoreParts(uploaded);
  } catch (error) {
    await abandonUpload(db, storage, scope, ticketId);
    throw error;
  }
  const isNew = await finishUpload(db, scope, ticketId);
  if (isNew) await enqueueReading(queue, request.log, { accountId: scope.accountId, ticketId, readingNumber: 1 });
  return { ticketId, isNew };
}
