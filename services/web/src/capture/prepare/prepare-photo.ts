import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { ImageFormatError } from '@ticket-pros/strip-metadata/image-format-error';
import { stripMetadata } from '@ticket-pros/strip-metadata/strip-metadata';
import type { OutboxPhoto } from '../outbox/outbox-ticket.ts';
import { hashPhoto } from './hash-photo.ts';
import { looksLikeHeic } from './looks-like-heic.ts';

export type PhotoProblem = 'notAPhoto' | 'heic' | 'tooLarge' | 'damaged';
export type PreparedPhoto = { photo: OutboxPhoto } | { problem: PhotoProblem };

/**
 * Makes a chosen file ready to be kept and sent: takes out location and all other metadata, then hashes what is left.
 * The file itself is never kept.
 */
export async function preparePhoto(file: File): Promise<PreparedPhoto> {
  if (file.size > uploadLimits.bytesPerImage) return { problem: 'tooLarge' };
  const bytes = await readBytes(file);
  if (bytes === null || bytes.length === 0) return { problem: 'damaged' };
  if (looksLikeHeic(bytes)) return { problem: 'heic' };
  try {
    const stripped = stripMetadata(bytes);
    const blob = new Blob([stripped.bytes], { type: stripped.mediaType });
    return { photo: { id: crypto.randomUUID(), blob, sha256: await hashPhoto(stripped.bytes) } };
  } catch (error) {
    const damaged = error instanceof ImageFormatError && error.code === 'image_damaged';
    return { problem: damaged ? 'damaged' : 'notAPhoto' };
  }
}

async function readBytes(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // Gone between choosing and reading, as with a photo that lives in a cloud gallery.
    return null;
  }
}
