import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { stagedPieceKey } from '@ticket-pros/storage/object-key';
import type { Storage } from '@ticket-pros/storage/storage';
import { whileStorageAnswers } from '../storage/while-storage-answers.ts';

type StagedOf = { ticketId: string; imageId: string };

/**
 * Takes away what was staged of a photo: its key, then the pieces, then their rows. Pieces that a request is still writing stay for that
 * request, or for the sweep.
 */
export async function dropStaged(
  db: Database,
  storage: Storage,
  scope: MemberScope,
  { ticketId, imageId }: StagedOf,
): Promise<void> {
  const pieces = await withMember(db, scope, async (transaction) => {
    await transaction
      .deleteFrom('staged_photos')
      .where('account_id', '=', scope.accountId)
      .where('image_id', '=', imageId)
      .execute();
    return transaction
      .selectFrom('staged_pieces')
      .select('id')
      .where('account_id', '=', scope.accountId)
      .where('image_id', '=', imageId)
      .where('stored_at', 'is not', null)
      .execute();
  });
  if (pieces.length === 0) return;
  const ids = pieces.map(({ id }) => id);
  for (const id of ids) await whileStorageAnswers(() => storage.delete(stagedPieceKey(scope.accountId, ticketId, id)));
  await withMember(db, scope, (transaction) =>
    transaction.deleteFrom('staged_pieces').where('account_id', '=', scope.accountId).where('id', 'in', ids).execute(),
  );
}
