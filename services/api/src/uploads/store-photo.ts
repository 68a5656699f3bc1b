import { createHash } from 'node:crypto';
import { errorCodes } from '@ticket-pros/contracts/error-code';
import type { MemberScope } from '@ticket-pros/db/scope';
import { ObjectMissingError } from '@ticket-pros/storage/object-missing-error';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { abandonUpload } from '../tickets/abandon-upload.ts';
import { storeImage } from '../tickets/store-image.ts';
import { dropStaged } from './drop-staged.ts';
import type { PhotoToReceive } from './find-photo.ts';
import { readStaged } from './read-staged.ts';

type WholePhoto = { photo: PhotoToReceive; start: number; last: Uint8Array[] };

/**
 * Puts a photo together from what was staged and the bytes that came last, checks its hash, and stores it without its metadata. A photo that
 * is not what the manifest says goes, so that it is sent again (`hash_mismatch`); one that can't be a ticket's photo takes the ticket
 * with it, and its problem is thrown.
 */
export async function storePhoto(
  { db, storage }: Pick<ApiParts, 'db' | 'storage'>,
  scope: MemberScope,
  { photo, start, last }: WholePhoto,
): Promise<void> {
  const bytes = Buffer.concat([...(await readOrDrop({ db, storage }, scope, photo, start)), ...last]);
  if (createHash('sha256').update(bytes).digest('hex') !== photo.sentSha256) {
    await dropStaged(db, storage, scope, photo);
    throw new ProblemError('hash_mismatch');
  }
  try {
    const isStored = await storeImage(db, storage, scope, { ticketId: photo.ticketId, imageId: photo.imageId, bytes });
    if (!isStored) throw new ProblemError('not_found');
  } catch (error) {
    if (isRefusal(error)) await refuseTicket({ db, storage }, scope, photo);
    throw error;
  }
  if (start > 0) await dropStaged(db, storage, scope, photo);
}

/** Gives up a ticket of which one photo can never be stored: its other photos alone would not be the ticket. */
export async function refuseTicket(
  { db, storage }: Pick<ApiParts, 'db' | 'storage'>,
  scope: MemberScope,
  { ticketId, uploadId }: PhotoToReceive,
): Promise<void> {
  await abandonUpload(db, storage, scope, { ticketId, uploadTry: uploadId });
}

async function readOrDrop(
  { db, storage }: Pick<ApiParts, 'db' | 'storage'>,
  scope: MemberScope,
  photo: PhotoToReceive,
  end: number,
): Promise<Uint8Array[]> {
  try {
    return await readStaged(db, storage, scope, { photo, end });
  } catch (error) {
    // Restored from a backup, say: what is gone or does not open is sent again, from the beginning.
    if (!(error instanceof ObjectMissingError) && !isUnsealable(error)) throw error;
    await dropStaged(db, storage, scope, photo);
    throw new ProblemError('upload_offset', undefined, { cause: error });
  }
}

const statusOfRefusals: ReadonlySet<number> = new Set([413, 415, 422]);

/** Whether the photo itself is at fault, whoever sends it however often. */
function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && statusOfRefusals.has(errorCodes[error.code].status);
}

/** What Node's cipher says of a tag that does not fit. */
function isUnsealable(error: unknown): boolean {
  return error instanceof Error && /unable to authenticate|Invalid authentication tag/.test(error.message);
}
