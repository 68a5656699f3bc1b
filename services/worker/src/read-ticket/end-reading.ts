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

/**
 * Puts a ticket back that an outage kept from being read; the start does not count. The sweep enqueues it again.
 * @returns false when that has gone on for 24 hours and the reading has to be given up.
 */
export async function waitOutOutage(db: Database, { accountId, ticketId, readingNumber }: Wanted): Promise<boolean> {
  return withAccount(db, accountId, async (transaction) => {
    const { rows } = await sql<{ goes_on: boolean }>`
      update tickets set
        reading_starts = greatest(reading_starts - (state = 'reading')::integer, 0),
        state = 'received',
        outage_since = coalesce(outage_since, now())
      where account_id = ${accountId} and id = ${ticketId} and reading_number = ${readingNumber}
        and state in ('received', 'reading')
      returning outage_since > now() - interval '24 hours' as goes_on`.execute(transaction);
    return rows[0]?.goes_on ?? true;
  });
}
