import type { Database } from '@ticket-pros/db/connect-database';
import type { Storage } from '@ticket-pros/storage/storage';
import { sql } from 'kysely';
import { deleteTicketObjects } from './delete-ticket-objects.ts';

const mostTickets = 100;

/**
 * Works off the notes of objects that have to go. It waits an hour, so that an upload which was still writing when
 * its ticket was removed is caught as well, and drops a note only when nothing is left.
 * @returns how many objects were found and deleted.
 */
export async function removeObjects(sweepDb: Database, storage: Storage): Promise<number> {
  const notes = await sweepDb
    .selectFrom('object_removals')
    .select(['account_id', 'ticket_id'])
    .where('requested_at', '<', sql<Date>`now() - interval '1 hour'`)
    .orderBy('requested_at')
    .limit(mostTickets)
    .execute();
  let deleted = 0;
  for (const { account_id, ticket_id } of notes) {
    deleted += await deleteTicketObjects(storage, account_id, ticket_id);
    await sweepDb
      .deleteFrom('object_removals')
      .where('account_id', '=', account_id)
      .where('ticket_id', '=', ticket_id)
      .execute();
  }
  return deleted;
}
