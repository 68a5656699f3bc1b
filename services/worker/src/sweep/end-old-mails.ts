import type { Database } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';

/**
 * Gives up mails that could not be sent for three days: their content goes, what is left says that they failed. Rows of mails that
 * ended go after thirty days.
 * @returns how many were given up or removed.
 */
export async function endOldMails(sweepDb: Database): Promise<number> {
  const givenUp = await sweepDb
    .updateTable('mails')
    .set({ state: 'failed', sealed: null, updated_at: sql<Date>`now()` })
    .where('state', '=', 'waiting')
    .where('created_at', '<', sql<Date>`now() - interval '3 days'`)
    .executeTakeFirst();
  const removed = await sweepDb
    .deleteFrom('mails')
    .where('state', '<>', 'waiting')
    .where('created_at', '<', sql<Date>`now() - interval '30 days'`)
    .executeTakeFirst();
  return Number(givenUp.numUpdatedRows + removed.numDeletedRows);
}
