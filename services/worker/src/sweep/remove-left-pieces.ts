import type { Database } from '@ticket-pros/db/connect-database';
import { stagedPieceKey } from '@ticket-pros/storage/object-key';
import type { Storage } from '@ticket-pros/storage/storage';
import { sql } from 'kysely';

const mostPieces = 500;

/**
 * Removes sealed pieces of photos that nobody waits for an hour after they were begun: of photos that are stored or start anew, whose key is
 * gone, and those of which a request that broke never said that they were written. The object first: its row is how it is found.
 * @returns how many were removed.
 */
export async function removeLeftPieces(sweepDb: Database, storage: Storage): Promise<number> {
  const left = await sweepDb
    .selectFrom('staged_pieces')
    .select(['account_id', 'id', 'ticket_id'])
    .where('created_at', '<', sql<Date>`now() - interval '1 hour'`)
    .where(({ or, not, exists, selectFrom, eb }) =>
      or([
        eb('stored_at', 'is', null),
        not(
          exists(
            selectFrom('staged_photos')
              .select('staged_photos.image_id')
              .whereRef('staged_photos.account_id', '=', 'staged_pieces.account_id')
              .whereRef('staged_photos.image_id', '=', 'staged_pieces.image_id'),
          ),
        ),
      ]),
    )
    .orderBy('created_at')
    .limit(mostPieces)
    .execute();
  for (const { account_id, id, ticket_id } of left) {
    await storage.delete(stagedPieceKey(account_id, ticket_id, id));
    await sweepDb.deleteFrom('staged_pieces').where('account_id', '=', account_id).where('id', '=', id).execute();
  }
  return left.length;
}
