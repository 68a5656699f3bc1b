import type { Database } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';

export type TakenMail = { template: string; attempts: number; sealed: Buffer };

/**
 * Counts the try that begins now, and says when the sweep should ask for another, should this one and its job come to nothing: 5
 * minutes after the first tries, twice that after each further three, 4 hours at the most.
 * @returns null when the mail no longer waits.
 */
export async function takeMail(db: Database, mailId: string): Promise<TakenMail | null> {
  const row = await db
    .updateTable('mails')
    .set({
      attempts: sql<number>`attempts + 1`,
      due_at: sql<Date>`now() + least(interval '5 minutes' * power(2, least(attempts / 3, 10)), interval '4 hours')`,
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', mailId)
    .where('state', '=', 'waiting')
    .returning(['template', 'attempts', 'sealed'])
    .executeTakeFirst();
  if (row === undefined || row.sealed === null) return null;
  return { template: row.template, attempts: row.attempts, sealed: row.sealed };
}
