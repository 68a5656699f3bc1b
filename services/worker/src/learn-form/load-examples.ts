import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { loadReadTickets } from '@ticket-pros/db/load-read-tickets';
import type { FormExample } from '@ticket-pros/reader/forms/learn-form';

export type TicketExample = FormExample & { ticketId: string };

/** What tickets teach, page by page: the words of the latest reading, and the values that stand on the ticket now. */
export async function loadExamples(
  transaction: DatabaseTransaction,
  accountId: string,
  ticketIds: readonly string[],
): Promise<TicketExample[]> {
  const tickets = await loadReadTickets(transaction, accountId, ticketIds);
  return tickets.flatMap(({ ticketId, pages, words, values }) =>
    pages.map((size, page) => ({ ticketId, page, size, words, values })),
  );
}
