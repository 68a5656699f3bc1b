import { randomUUID } from 'node:crypto';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { stagedPieceKey } from '@ticket-pros/storage/object-key';
import type { Storage } from '@ticket-pros/storage/storage';
import { sql } from 'kysely';
import { ProblemError } from '../problems/problem-error.ts';
import { whileStorageAnswers } from '../storage/while-storage-answers.ts';
import type { PhotoToReceive } from './find-photo.ts';
import { makeSealKey, sealPiece } from './seal-piece.ts';

type BytesToStage = { photo: PhotoToReceive; byteLength: number; start: number; bytes: Uint8Array };

/**
 * Keeps bytes of a photo that is not whole yet: rows first, then the sealed piece, then the offset, which moves only when it still is where
 * these bytes begin. Without bytes it notes that the photo began. Throws `upload_offset` when another request was faster, `not_found` when
 * the ticket went meanwhile. What it leaves when it does not know whether the store or the database did as told is the sweep's.
 */
export async function stageBytes(
  db: Database,
  storage: Storage,
  scope: MemberScope,
  { photo, byteLength, start, bytes }: BytesToStage,
): Promise<void> {
  const { ticketId, imageId } = photo;
  const piece = { account_id: scope.accountId, id: randomUUID() };
  const sealKey = await beginPiece(db, scope, { photo, byteLength, start, bytes }, piece.id);
  if (bytes.byteLength === 0) return;
  const key = stagedPieceKey(scope.accountId, ticketId, piece.id);
  await whileStorageAnswers(() =>
    storage.put(key, sealPiece(sealKey, { imageId, start }, bytes), 'application/octet-stream'),
  );
  const isCounted = await countPiece(db, scope, { photo, start, end: start + bytes.byteLength, pieceId: piece.id });
  if (isCounted) return;
  await whileStorageAnswers(() => storage.delete(key));
  await forgetPiece(db, scope, piece.id);
  throw new ProblemError('upload_offset');
}

/** Writes the rows that have to be there before the object. @returns the photo's key. */
async function beginPiece(
  db: Database,
  scope: MemberScope,
  { photo, byteLength, start, bytes }: BytesToStage,
  pieceId: string,
): Promise<Buffer> {
  const { ticketId, imageId } = photo;
  const own = { account_id: scope.accountId, image_id: imageId };
  return withMember(db, scope, async (transaction) => {
    const image = await transaction
      .selectFrom('images')
      .select('stored_at')
      .where('account_id', '=', scope.accountId)
      .where('id', '=', imageId)
      // Held against the request that stores the photo meanwhile: it takes away what this one writes, or this one sees that it is stored.
      .forShare()
      .executeTakeFirst();
    if (image === undefined) throw new ProblemError('not_found');
    if (image.stored_at !== null) throw new ProblemError('upload_offset');
    await transaction
      .insertInto('staged_photos')
      .values({ ...own, seal_key: makeSealKey(), byte_length: byteLength })
      .onConflict((conflict) => conflict.columns(['account_id', 'image_id']).doNothing())
      .execute();
    const staged = await transaction
      .selectFrom('staged_photos')
      .select(['seal_key', 'received', 'byte_length'])
      .where('account_id', '=', scope.accountId)
      .where('image_id', '=', imageId)
      .executeTakeFirst();
    if (staged === undefined || staged.received !== start || staged.byte_length !== byteLength) {
      throw new ProblemError('upload_offset');
    }
    if (bytes.byteLength > 0) {
      await transaction
        .insertInto('staged_pieces')
        .values({ ...own, id: pieceId, ticket_id: ticketId, start, byte_length: bytes.byteLength, stored_at: null })
        .execute();
    }
    return staged.seal_key;
  });
}

type CountedPiece = { photo: PhotoToReceive; start: number; end: number; pieceId: string };

async function countPiece(
  db: Database,
  scope: MemberScope,
  { photo, start, end, pieceId }: CountedPiece,
): Promise<boolean> {
  return withMember(db, scope, async (transaction) => {
    const moved = await transaction
      .updateTable('staged_photos')
      .set({ received: end })
      .where('account_id', '=', scope.accountId)
      .where('image_id', '=', photo.imageId)
      .where('received', '=', start)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) return false;
    await transaction
      .updateTable('staged_pieces')
      .set({ stored_at: sql<Date>`now()` })
      .where('account_id', '=', scope.accountId)
      .where('id', '=', pieceId)
      .execute();
    // Bytes arrive: the sweep, which takes uploads by the ticket's age, sees that it is alive.
    await transaction
      .updateTable('tickets')
      .set({ upload_try: photo.uploadId })
      .where('account_id', '=', scope.accountId)
      .where('member_id', '=', scope.memberId)
      .where('id', '=', photo.ticketId)
      .where('state', '=', 'uploading')
      .execute();
    return true;
  });
}

async function forgetPiece(db: Database, scope: MemberScope, pieceId: string): Promise<void> {
  await withMember(db, scope, (transaction) =>
    transaction
      .deleteFrom('staged_pieces')
      .where('account_id', '=', scope.accountId)
      .where('id', '=', pieceId)
      .execute(),
  );
}
