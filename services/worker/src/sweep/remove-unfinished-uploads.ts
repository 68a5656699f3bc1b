import type { Database } from '@ticket-pros/db/connect-database';
import { deleteTicketObjects } from '@ticket-pros/storage/delete-ticket-objects';
import type { Storage } from '@ticket-pros/storage/storage';
import { sql } from 'kysely';

const mostUploads = 100;

/**
 * Removes uploads that were begun a day ago and never finished: the rows first, with a note of the objects that have
 * to go, then the objects. Whatever is left after a crash, or is written late by a slow upload, goes with the note.
 * @returns how many were removed.
 */
export async function removeUnfinishedUploads(sweepDb: Database, storage: Storage): Promise<number> {
  const removed = await sweepDb.transaction().execute(async (transaction) => {
    const abandoned = await transaction
      .selectFrom('tickets')
      .select(['account_id', 'id'])
      .where('state', '=', 'uploading')
      .where('updated_at', '<', sql<Date>`now() - interval '24 hours'`)
      .orderBy('updated_at')
      .limit(mostUploads)
      .execute();
    const gone = [];
    for (const { account_id, id } of abandoned) {
      const ticket = await transaction
        .deleteFrom('tickets')
        .where('account_id', '=', account_id)
        .where('id', '=', id)
        .where('state', '=', 'uploading')
        .returning(['account_id', 'id'])
        .executeTakeFirst();
      if (ticket === undefined) continue;
      await transaction.insertInto('object_removals').values({ account_id, ticket_id: id }).execute();
      gone.push(ticket);
    }
    return gone;
  });
  for (const { account_id, id } of removed) await deleteTicketObjects(storage, account_id, id);
  return removed.length;
}
