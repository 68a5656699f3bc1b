import type { Database } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';

/** Notes how a mail ended. Its content goes with that, at once. */
export async function endMail(db: Database, mailId: string, state: 'sent' | 'failed'): Promise<void> {
  await db
    .updateTable('mails')
    .set({ state, sealed: null, updated_at: sql<Date>`now()` })
    .where('id', '=', mailId)
    .where('state', '=', 'waiting')
    .execute();
}
