import type { FailureCode } from '@ticket-pros/contracts/failure-code';
import type { Database } from '@ticket-pros/db/connect-database';
import { withAccount } from '@ticket-pros/db/scope';
import type { JobPayload } from '@ticket-pros/queue/job-catalogue';
import { sql } from 'kysely';

type Wanted = JobPayload<'read-ticket'>;

/**
 * Writes on the ticket that its reading failed and why. A ticket that waits for another reading by now is left alone.
 */
export async function failTicket(db: Database, wanted: Wanted, code: FailureCode): Promise<void> {
  await withAccount(db, wanted.accountId, (transaction) =>
    transaction
      .updateTable('tickets')
      .set({ state: 'failed', failure_code: code })
      .where('account_id', '=', wanted.accountId)
      .where('id', '=', wanted.ticketId)
      .where('reading_number', '=', wanted.readingNumber)
      .where('state', 'in', ['received', 'reading'])
      .execute(),
  );
}

/**
 * Puts a ticket back that the worker has to leave because it ends. That start does not count: nothing was wrong with
 * the ticket.
 */
export async function handBackTicket(db: Database, wanted: Wanted): Promise<void> {
  await withAccount(db, wanted.accountId, (transaction) =>
    transaction
      .updateTable('tickets')
      .set({ state: 'received', reading_starts: sql<number>`greatest(reading_starts - 1, 0)` })
      .where('account_id', '=', wanted.accountId)
      .where('id', '=', wanted.ticketId)
      .where('reading_number', '=', wanted.readingNumber)
      .where('state', '=', 'reading')
      .execute(),
  );
}
