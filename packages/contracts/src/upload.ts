import { z } from 'zod';
import { uploadLimits } from './upload-limits.ts';

export { uploadLimits };

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower case hex');

/**
 * The first part of `POST /v1/tickets`, named `manifest`: JSON that says what follows. `uploadId` is made by the phone
 * and makes repeats harmless; `images` lists the photos in the order of the `image` parts, each with the SHA-256 of the
 * bytes as sent.
 */
export const uploadManifestSchema = z.object({
  uploadId: z.uuid(),
  /** For whom the photos were taken: a session that works in another account by now must not send them there. */
  memberId: z.uuid().optional(),
  /** The member's own ticket that this one is to take the place of: a photo taken once more. */
  replacesTicketId: z.uuid().optional(),
  /** The key of a built-in ticket type. Listed here, so that the phone need not load all that the types say. */
  ticketType: z.enum(['field_ticket', 'receipt']).default('field_ticket'),
  images: z
    .array(z.object({ sha256: sha256Schema }))
    .min(1)
    .max(uploadLimits.imagesPerTicket),
});
export type UploadManifest = z.infer<typeof uploadManifestSchema>;
export type UploadManifestInput = z.input<typeof uploadManifestSchema>;

/** Media types that uploads may have, told by content. A TIFF or PDF holds one page. */
export const imageMediaTypeSchema = z.enum([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/avif',
  'image/tiff',
  'application/pdf',
]);
export type ImageMediaType = z.infer<typeof imageMediaTypeSchema>;

/**
 * What `POST /v1/uploads` (tus, https://tus.io/protocols/resumable-upload) is told in `Upload-Metadata` as `manifest`, JSON in base64: the
 * whole ticket, the same with each of its photos, and which photo (counted from 0) these bytes are. An upload's address is
 * `/v1/uploads/<uploadId>.<page>`, so that a phone that lost the answer knows where to go on.
 */
export const photoManifestSchema = uploadManifestSchema.extend({
  page: z
    .number()
    .int()
    .min(0)
    .max(uploadLimits.imagesPerTicket - 1),
});
export type PhotoManifest = z.infer<typeof photoManifestSchema>;
export type PhotoManifestInput = z.input<typeof photoManifestSchema>;

/**
 * The server's word that a whole ticket is safe: body of the answer that ended the last photo, and of
 * `GET /v1/uploads/<uploadId>/receipt` for a phone that lost that answer.
 */
export const uploadReceiptSchema = z.object({
  uploadId: z.uuid(),
  ticketId: z.uuid(),
  /** The server's time. */
  receivedAt: z.iso.datetime(),
  /** In the order of the photos: the hash of the bytes as sent, and of the bytes as stored, metadata taken out. */
  images: z.array(z.object({ sha256: sha256Schema, storedSha256: sha256Schema })).min(1),
});
export type UploadReceipt = z.infer<typeof uploadReceiptSchema>;
