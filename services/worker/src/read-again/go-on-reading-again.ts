import type { Database } from '@ticket-pros/db/connect-database';
import { withAccount } from '@ticket-pros/db/scope';
import { type JobPayload, readAgainJobId } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';

/** After a ticket was read, asks for the next ones of the rereadings that it belongs to. */
export async function goOnReadingAgain(
  db: Database,
  queue: Queue,
  { accountId, ticketId, readingNumber }: JobPayload<'read-ticket'>,
): Promise<void> {
  if (readingNumber === 1) return;
  const rereadings = await withAccount(db, accountId, (transaction) =>
    transaction
      .selectFrom('rereading_tickets')
      .select('rereading_id')
      .where('account_id', '=', accountId)
      .where('ticket_id', '=', ticketId)
      .where('reading_number', '=', readingNumber)
      .execute(),
  );
  for (const { rereading_id: rereadingId } of rereadings) {
    await queue.enqueue('read-again', { accountId, rereadingId }, { jobId: readAgainJobId(rereadingId) });
  }
}
