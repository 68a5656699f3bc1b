import type { Database } from '@ticket-pros/db/connect-database';
import { withAccount } from '@ticket-pros/db/scope';
import type { JobPayload } from '@ticket-pros/queue/job-catalogue';
import { imageKey } from '@ticket-pros/storage/object-key';
import type { Storage } from '@ticket-pros/storage/storage';
import type { LoadedImage } from './load-images.ts';
import type { ReaderPool } from './reader-pool.ts';

type Parts = { db: Database; storage: Storage; pool: ReaderPool };

/**
 * Makes and stores the smaller copies that lists and the review page show, where an earlier try did not. They are
 * noted at once and not with the reading, so that a ticket whose reading fails can be seen all the same.
 */
export async function storeDerivatives(
  { db, storage, pool }: Parts,
  { accountId, ticketId }: JobPayload<'read-ticket'>,
  images: readonly LoadedImage[],
  signal: AbortSignal,
): Promise<void> {
  for (const image of images) {
    if (image.hasDerivatives) continue;
    const { display, thumbnail } = await pool.makeDerivatives(image.bytes, signal);
    await storage.put(imageKey(accountId, ticketId, image.id, 'display'), display, 'image/jpeg');
    await storage.put(imageKey(accountId, ticketId, image.id, 'thumbnail'), thumbnail, 'image/jpeg');
    await withAccount(db, accountId, (transaction) =>
      transaction
        .updateTable('images')
        .set({ has_derivatives: true })
        .where('account_id', '=', accountId)
        .where('id', '=', image.id)
        .execute(),
    );
  }
}
