import { createHash } from 'node:crypto';
import { uploadLimits } from '@ticket-pros/contracts/upload';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { imageKey } from '@ticket-pros/storage/object-key';
import type { Storage } from '@ticket-pros/storage/storage';
import { ImageFormatError } from '@ticket-pros/strip-metadata/image-format-error';
import { readImageSize } from '@ticket-pros/strip-metadata/read-image-size';
import { stripMetadata } from '@ticket-pros/strip-metadata/strip-metadata';
import { ProblemError } from '../problems/problem-error.ts';
import { whileStorageAnswers } from '../storage/while-storage-answers.ts';

type ImageToStore = { ticketId: string; imageId: string; bytes: Uint8Array };

/**
 * Checks one photo, strips its metadata (promise TP-2), stores it, and notes on its row that it is safe. Answers false when the row went
 * meanwhile because another try of the same upload was given up; then nothing of the photo is left.
 */
export async function storeImage(
  db: Database,
  storage: Storage,
  scope: MemberScope,
  { ticketId, imageId, bytes }: ImageToStore,
): Promise<boolean> {
  const image = await prepareImage(bytes);
  const key = imageKey(scope.accountId, ticketId, imageId, 'original');
  await whileStorageAnswers(() => storage.put(key, image.bytes, image.mediaType));
  const noted = await withMember(db, scope, (transaction) =>
    transaction
      .updateTable('images')
      .set({
        stored_sha256: createHash('sha256').update(image.bytes).digest('hex'),
        media_type: image.mediaType,
        byte_size: image.bytes.byteLength,
        sent_byte_size: bytes.byteLength,
        width: image.width,
        height: image.height,
        stored_at: new Date(),
      })
      .where('account_id', '=', scope.accountId)
      .where('id', '=', imageId)
      .executeTakeFirst(),
  );
  if (noted.numUpdatedRows > 0n) return true;
  await storage.delete(key);
  return false;
}

async function prepareImage(sent: Uint8Array) {
  try {
    // The header first: a picture that claims more pixels than we read is refused before anything is done with it.
    const { width, height } = await readImageSize(sent);
    if (width * height > uploadLimits.pixelsPerImage) {
      throw new ProblemError('too_many_pixels', `It has ${width} × ${height} pixels.`);
    }
    if (Math.min(width, height) < uploadLimits.smallestSide) {
      throw new ProblemError('image_too_small', `It has ${width} × ${height} pixels.`);
    }
    const { bytes, mediaType } = await stripMetadata(sent);
    return { bytes, mediaType, width, height };
  } catch (error) {
    if (error instanceof ImageFormatError) throw new ProblemError(error.code);
    throw error;
  }
}
