import { type PhotoManifest, uploadLimits } from '@ticket-pros/contracts/upload';
import type { MemberScope } from '@ticket-pros/db/scope';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { beginUpload } from '../tickets/begin-upload.ts';
import { findPhoto, type PhotoToReceive } from './find-photo.ts';
import { refuseTicket } from './store-photo.ts';

type PhotoToBegin = { manifest: PhotoManifest; byteLength: number };

/**
 * Begins one photo of a ticket: the ticket's rows where they are not there yet, all of them at once. Throws `upload_offset` when a part
 * of the photo is here already, so that a repeat does no harm; `image_too_large`, which ends the ticket, before a byte of it is taken.
 */
export async function beginPhoto(
  parts: Pick<ApiParts, 'db' | 'storage'>,
  scope: MemberScope,
  { manifest, byteLength }: PhotoToBegin,
): Promise<PhotoToReceive> {
  const { uploadId, page } = manifest;
  if (manifest.memberId !== undefined && manifest.memberId !== scope.memberId) {
    throw new ProblemError('not_signed_in', 'These photos were taken for another company. Change to it to send them.');
  }
  const begun = await beginUpload(parts.db, scope, manifest, uploadId);
  const image = begun.images[page];
  if (image === undefined) throw new ProblemError('invalid_manifest', `The ticket has no photo ${page}.`);
  const photo: PhotoToReceive | null = begun.isNew
    ? {
        uploadId,
        page,
        ticketId: begun.ticketId,
        imageId: image.id,
        sentSha256: image.sentSha256,
        isStored: false,
        byteLength: null,
        received: 0,
      }
    : await findPhoto(parts.db, scope, { uploadId, page });
  // Given up by another request since.
  if (photo === null) throw new ProblemError('upload_interrupted');
  if (photo.isStored || photo.received > 0) throw new ProblemError('upload_offset');
  if (byteLength > uploadLimits.bytesPerImage) {
    await refuseTicket(parts, scope, photo);
    throw new ProblemError('image_too_large', `A photo may have ${uploadLimits.bytesPerImage / 1024 / 1024} MB.`);
  }
  if (byteLength === 0) throw new ProblemError('bad_request', 'A photo has at least one byte.');
  return photo;
}
