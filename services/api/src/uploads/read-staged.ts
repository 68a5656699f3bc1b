import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { stagedPieceKey } from '@ticket-pros/storage/object-key';
import type { Storage } from '@ticket-pros/storage/storage';
import { ProblemError } from '../problems/problem-error.ts';
import { whileStorageAnswers } from '../storage/while-storage-answers.ts';
import type { PhotoToReceive } from './find-photo.ts';
import { openPiece } from './seal-piece.ts';

/**
 * The bytes of a photo that were kept before this request, `end` of them. Throws `upload_offset` when the pieces are not those any more,
 * because another request was faster.
 */
export async function readStaged(
  db: Database,
  storage: Storage,
  scope: MemberScope,
  { photo: { ticketId, imageId }, end }: { photo: PhotoToReceive; end: number },
): Promise<Uint8Array[]> {
  if (end === 0) return [];
  const pieces = await withMember(db, scope, (transaction) =>
    transaction
      .selectFrom('staged_pieces')
      .innerJoin('staged_photos', (join) =>
        join
          .onRef('staged_photos.account_id', '=', 'staged_pieces.account_id')
          .onRef('staged_photos.image_id', '=', 'staged_pieces.image_id'),
      )
      .select(['staged_pieces.id', 'staged_pieces.start', 'staged_pieces.byte_length', 'staged_photos.seal_key'])
      .where('staged_pieces.account_id', '=', scope.accountId)
      .where('staged_pieces.image_id', '=', imageId)
      .where('staged_pieces.stored_at', 'is not', null)
      .where('staged_pieces.start', '<', end)
      .orderBy('staged_pieces.start')
      .execute(),
  );
  const opened: Uint8Array[] = [];
  let next = 0;
  for (const { id, start, byte_length, seal_key } of pieces) {
    if (start !== next) break;
    const key = stagedPieceKey(scope.accountId, ticketId, id);
    opened.push(openPiece(seal_key, { imageId, start }, await whileStorageAnswers(() => storage.getBytes(key))));
    next += byte_length;
  }
  if (next !== end) throw new ProblemError('upload_offset');
  return opened;
}
