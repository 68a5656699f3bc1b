import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { Database } from '@ticket-pros/db/connect-database';
import { withAccount } from '@ticket-pros/db/scope';
import type { JobPayload } from '@ticket-pros/queue/job-catalogue';
import { ReadingFailure } from './reading-failure.ts';

/** A ticket that was begun this often without a result takes the worker down each time, or very nearly. */
const mostStarts = 5;
const dayMilliseconds = 24 * 60 * 60 * 1000;

export type TakenTicket = {
  ticketType: string;
  /** How the account's tickets write numeric dates. */
  dayOrder: DayOrder;
  /** The last day that it can be of, `YYYY-MM-DD`: the one after it was received, since it is tomorrow elsewhere already. */
  latestDay: string;
  images: { id: string; page: number; hasDerivatives: boolean }[];
};

/**
 * Puts the ticket into state `reading` and counts the start. Answers null when there is nothing to do: the reading
 * was saved, is not wanted any more, or the ticket is gone. Throws `reader_crashed` for a ticket whose earlier starts
 * all came to nothing.
 */
export async function takeTicket(
  db: Database,
  { accountId, ticketId, readingNumber }: JobPayload<'read-ticket'>,
): Promise<TakenTicket | null> {
  return withAccount(db, accountId, async (transaction) => {
    const ticket = await transaction
      .selectFrom('tickets')
      .select(['ticket_type', 'reading_starts', 'received_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', ticketId)
      .where('reading_number', '=', readingNumber)
      .where('state', 'in', ['received', 'reading'])
      .forUpdate()
      .executeTakeFirst();
    if (ticket === undefined) return null;
    if (ticket.reading_starts >= mostStarts) {
      throw new ReadingFailure('reader_crashed', `the reading was started ${ticket.reading_starts} times in vain`);
    }
    await transaction
      .updateTable('tickets')
      .set({ state: 'reading', reading_starts: ticket.reading_starts + 1 })
      .where('account_id', '=', accountId)
      .where('id', '=', ticketId)
      .execute();
    const images = await transaction
      .selectFrom('images')
      .select(['id', 'page', 'has_derivatives as hasDerivatives'])
      .where('account_id', '=', accountId)
      .where('ticket_id', '=', ticketId)
      .orderBy('page')
      .execute();
    const { dayOrder } = await transaction
      .selectFrom('accounts')
      .select('day_order as dayOrder')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    const latestDay = new Date(ticket.received_at.getTime() + dayMilliseconds).toISOString().slice(0, 10);
    return { ticketType: ticket.ticket_type, dayOrder, latestDay, images };
  });
}
