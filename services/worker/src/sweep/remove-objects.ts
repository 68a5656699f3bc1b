import type { Database } from '@ticket-pros/db/connect-database';
import { deleteTicketObjects } from '@ticket-pros/storage/delete-ticket-objects';
import type { Storage } from '@ticket-pros/storage/storage';
import { sql } from 'kysely';

const mostTickets = 100;

/**
 * Works off the notes of objects that have to go. It waits an hour, so that an upload which was still writing when
 * its ticket was removed is caught as well, and drops a note only when nothing is left. A note that fails goes to the
 * end of the queue; the others are worked off before its error is thrown.
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
  const errors: unknown[] = [];
  for (const { account_id, ticket_id } of notes) {
    try {
      deleted += await deleteTicketObjects(storage, account_id, ticket_id);
    } catch (error) {
      errors.push(error);
      await sweepDb
        .updateTable('object_removals')
        .set({ requested_at: sql<Date>`now()` })
        .where('account_id', '=', account_id)
        .where('ticket_id', '=', ticket_id)
        .execute();
      continue;
    }
    await sweepDb
      .deleteFrom('object_removals')
      .where('account_id', '=', account_id)
      .where('ticket_id', '=', ticket_id)
      .execute();
  }
  if (errors.length > 0) throw new AggregateError(errors, `The objects of ${errors.length} tickets are still there.`);
  return deleted;
}
