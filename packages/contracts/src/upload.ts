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
  /** The key of a built-in ticket type. Listed here, so that the phone need not load all that the types say. */
  ticketType: z.enum(['field_ticket', 'receipt']).default('field_ticket'),
  images: z
    .array(z.object({ sha256: sha256Schema }))
    .min(1)
    .max(uploadLimits.imagesPerTicket),
});
export type UploadManifest = z.infer<typeof uploadManifestSchema>;
export type UploadManifestInput = z.input<typeof uploadManifestSchema>;

/** Media types that uploads may have, told by content. */
export const imageMediaTypeSchema = z.enum(['image/jpeg', 'image/png', 'image/webp']);
export type ImageMediaType = z.infer<typeof imageMediaTypeSchema>;
