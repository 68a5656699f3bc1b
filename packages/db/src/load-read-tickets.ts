import { boxSchema } from '@ticket-pros/contracts/box';
import { type PageSize, pageSizeSchema, type Word, wordSchema } from '@ticket-pros/contracts/reading';
import type { TicketValue } from '@ticket-pros/contracts/value';
import { z } from 'zod';
import type { DatabaseTransaction } from './connect-database.ts';

/** What the latest reading of a ticket saw, and the values that stand on it now. */
export type ReadTicket = {
  ticketId: string;
  pages: PageSize[];
  words: Word[];
  values: Omit<TicketValue, 'memberName' | 'confidence'>[];
};

const pagesSchema = z.array(pageSizeSchema);
const wordsSchema = z.array(wordSchema);

/** For tickets that the asking one was found to see: what was read on them. One that was never read is left out. */
export async function loadReadTickets(
  transaction: DatabaseTransaction,
  accountId: string,
  ticketIds: readonly string[],
): Promise<ReadTicket[]> {
  if (ticketIds.length === 0) return [];
  const readings = await transaction
    .selectFrom('readings')
    .distinctOn('ticket_id')
    .select(['ticket_id', 'pages', 'words'])
    .where('account_id', '=', accountId)
    .where('ticket_id', 'in', ticketIds)
    .orderBy('ticket_id')
    .orderBy('number', 'desc')
    .execute();
  const values = await transaction
    .selectFrom('ticket_values')
    .select(['ticket_id', 'field', 'row_number', 'printed_text', 'normalized', 'box', 'source'])
    .where('account_id', '=', accountId)
    .where('ticket_id', 'in', ticketIds)
    .execute();
  const byTicket = Map.groupBy(values, ({ ticket_id }) => ticket_id);
  return readings.map(({ ticket_id: ticketId, pages, words }) => ({
    ticketId,
    pages: pagesSchema.parse(pages),
    words: wordsSchema.parse(words),
    values: (byTicket.get(ticketId) ?? []).map((value) => ({
      field: value.field,
      row: value.row_number,
      printedText: value.printed_text,
      normalized: value.normalized,
      box: value.box === null ? null : boxSchema.parse(value.box),
      source: value.source,
    })),
  }));
}
