import type { Database, DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { withAccount } from '@ticket-pros/db/scope';
import { writeWorkerAudit } from '@ticket-pros/db/write-audit';
import type { JobPayload } from '@ticket-pros/queue/job-catalogue';
import { sql } from 'kysely';

type Rereading = JobPayload<'read-again'>;
export type BegunReading = { ticketId: string; readingNumber: number };

/** So many tickets of a rereading are in hand at once: a new photo waits for a few of them at most. */
const mostInHand = 8;

/**
 * Puts the next tickets of a rereading back to `received`, as far as there is room, and answers those. A ticket that was decided
 * meanwhile is left out. Once none waits and none is in hand, the rereading is finished. While forms have yet to learn from what was just
 * decided, nothing is begun: who asked wants it read with that.
 */
export async function beginReadings(db: Database, { accountId, rereadingId }: Rereading): Promise<BegunReading[]> {
  return withAccount(db, accountId, async (transaction) => {
    const open = await transaction
      .selectFrom('rereadings')
      .select('id')
      .where('account_id', '=', accountId)
      .where('id', '=', rereadingId)
      .where('finished_at', 'is', null)
      .where('stopped_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (open === undefined || (await isLearning(transaction, accountId))) return [];
    const inHand = await countInHand(transaction, accountId, rereadingId);
    const next = await transaction
      .selectFrom('rereading_tickets')
      .select('ticket_id')
      .where('account_id', '=', accountId)
      .where('rereading_id', '=', rereadingId)
      .where('reading_number', 'is', null)
      .where('is_left_out', '=', false)
      .orderBy('ticket_id')
      .limit(Math.max(1, mostInHand - inHand))
      .execute();
    if (next.length === 0 && inHand === 0) {
      await transaction
        .updateTable('rereadings')
        .set({ finished_at: new Date() })
        .where('account_id', '=', accountId)
        .where('id', '=', rereadingId)
        .execute();
    }
    if (inHand >= mostInHand) return [];
    const begun: BegunReading[] = [];
    for (const { ticket_id: ticketId } of next) {
      const readingNumber = await putBack(transaction, accountId, ticketId);
      await transaction
        .updateTable('rereading_tickets')
        .set({ reading_number: readingNumber, is_left_out: readingNumber === null })
        .where('account_id', '=', accountId)
        .where('rereading_id', '=', rereadingId)
        .where('ticket_id', '=', ticketId)
        .execute();
      if (readingNumber !== null) begun.push({ ticketId, readingNumber });
    }
    return begun;
  });
}

/** A lesson that waits for longer than that has come to nothing, and nobody waits for it. */
const longestLesson = '5 minutes';

async function isLearning(transaction: DatabaseTransaction, accountId: string): Promise<boolean> {
  const lesson = await transaction
    .selectFrom('lessons_due')
    .select('ticket_id')
    .where('account_id', '=', accountId)
    .where('due_at', '>', sql<Date>`now() - ${longestLesson}::interval`)
    .limit(1)
    .executeTakeFirst();
  return lesson !== undefined;
}

async function countInHand(transaction: DatabaseTransaction, accountId: string, rereadingId: string): Promise<number> {
  const { inHand } = await transaction
    .selectFrom('rereading_tickets')
    .innerJoin('tickets', (join) =>
      join
        .onRef('tickets.account_id', '=', 'rereading_tickets.account_id')
        .onRef('tickets.id', '=', 'rereading_tickets.ticket_id')
        .onRef('tickets.reading_number', '=', 'rereading_tickets.reading_number'),
    )
    .select(sql<number>`count(*)::integer`.as('inHand'))
    .where('rereading_tickets.account_id', '=', accountId)
    .where('rereading_tickets.rereading_id', '=', rereadingId)
    .where('tickets.state', 'in', ['received', 'reading'])
    .executeTakeFirstOrThrow();
  return inHand;
}

/** The number of the reading that the ticket waits for now; null where it is not open any more. */
async function putBack(transaction: DatabaseTransaction, accountId: string, ticketId: string): Promise<number | null> {
  const ticket = await transaction
    .updateTable('tickets')
    .set({
      state: 'received',
      failure_code: null,
      reading_starts: 0,
      is_sample: false,
      reading_number: sql<number>`reading_number + 1`,
    })
    .where('account_id', '=', accountId)
    .where('id', '=', ticketId)
    .where('state', 'in', ['needs_review', 'failed'])
    .returning('reading_number')
    .executeTakeFirst();
  if (ticket === undefined) return null;
  await writeWorkerAudit(transaction, accountId, {
    action: 'ticket.read_again',
    subject: { kind: 'ticket', id: ticketId },
    payload: { reading: ticket.reading_number },
  });
  return ticket.reading_number;
}
