import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import type { Reading } from '@ticket-pros/contracts/reading';
import type { Database, DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { withAccount } from '@ticket-pros/db/scope';
import { writeWorkerAudit } from '@ticket-pros/db/write-audit';
import type { JobPayload } from '@ticket-pros/queue/job-catalogue';
import { type Approval, decideApproval } from './decide-approval.ts';

type Wanted = JobPayload<'read-ticket'>;

/**
 * Saves a reading in one transaction: the reading as it is, the values that stand on the ticket from now on, and the
 * state `needs_review`, or `approved` where nobody has to look. A value that a member set stays. Answers null, and saves
 * nothing, when this reading is no longer wanted or was saved before.
 */
export async function saveReading(db: Database, wanted: Wanted, reading: Reading): Promise<Approval | null> {
  const { accountId, ticketId, readingNumber } = wanted;
  return withAccount(db, accountId, async (transaction) => {
    const ticket = await transaction
      .selectFrom('tickets')
      .select('ticket_type')
      .where('account_id', '=', accountId)
      .where('id', '=', ticketId)
      .where('reading_number', '=', readingNumber)
      .where('state', '=', 'reading')
      .forUpdate()
      .executeTakeFirst();
    const ticketType = findTicketType(ticket?.ticket_type ?? '');
    if (ticketType === undefined) return null;
    const readingId = await insertReading(transaction, wanted, reading);
    await replaceReadValues(transaction, wanted, readingId, reading);
    const approval = await decideApproval(transaction, wanted, ticketType, reading);
    const byItself = approval === 'by itself';
    await transaction
      .updateTable('tickets')
      .set({
        state: byItself ? 'approved' : 'needs_review',
        approved_at: byItself ? new Date() : null,
        approved_itself: byItself,
        is_sample: approval === 'by a member as a sample',
      })
      .where('account_id', '=', accountId)
      .where('id', '=', ticketId)
      .execute();
    await writeWorkerAudit(transaction, accountId, {
      action: 'ticket.read',
      subject: { kind: 'ticket', id: ticketId },
      payload: { reading: readingNumber, values: reading.values.length },
    });
    if (byItself) {
      await writeWorkerAudit(transaction, accountId, {
        action: 'ticket.approved_itself',
        subject: { kind: 'ticket', id: ticketId },
        payload: { leastConfidence: Math.min(...reading.values.map(({ confidence }) => confidence)) },
      });
    }
    return approval;
  });
}

async function insertReading(transaction: DatabaseTransaction, wanted: Wanted, reading: Reading): Promise<string> {
  const { id } = await transaction
    .insertInto('readings')
    .values({
      account_id: wanted.accountId,
      ticket_id: wanted.ticketId,
      number: wanted.readingNumber,
      engine: reading.engine,
      engine_version: reading.engineVersion,
      pages: JSON.stringify(reading.pages),
      words: JSON.stringify(reading.words),
      values: JSON.stringify(reading.values),
      timings: JSON.stringify(reading.timings),
      forms: JSON.stringify(reading.forms),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * The reader's earlier values go; the new ones come, except where a member has said what the value is. Rows of two
 * readings need not be the same items, so a table with a member's cell stays whole.
 */
async function replaceReadValues(
  transaction: DatabaseTransaction,
  { accountId, ticketId }: Wanted,
  readingId: string,
  reading: Reading,
): Promise<void> {
  const memberCell = await transaction
    .selectFrom('ticket_values')
    .select('row_number')
    .where('account_id', '=', accountId)
    .where('ticket_id', '=', ticketId)
    .where('source', '=', 'member')
    .where('row_number', '>', 0)
    .limit(1)
    .executeTakeFirst();
  const lastRow = memberCell === undefined ? Number.POSITIVE_INFINITY : 0;
  let outdated = transaction
    .deleteFrom('ticket_values')
    .where('account_id', '=', accountId)
    .where('ticket_id', '=', ticketId)
    .where('source', '=', 'reader');
  if (memberCell !== undefined) outdated = outdated.where('row_number', '=', 0);
  await outdated.execute();
  const values = reading.values.filter(({ row }) => row <= lastRow);
  if (values.length === 0) return;
  await transaction
    .insertInto('ticket_values')
    .values(
      values.map((value) => ({
        account_id: accountId,
        ticket_id: ticketId,
        field: value.field,
        row_number: value.row,
        printed_text: value.printedText,
        normalized: value.normalized,
        confidence: value.confidence,
        box: JSON.stringify(value.box),
        source: 'reader' as const,
        reading_id: readingId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['account_id', 'ticket_id', 'field', 'row_number']).doNothing())
    .execute();
}
