import type { TicketFilter } from '@ticket-pros/contracts/ticket';
import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { listTicketPage } from '../tickets/list-ticket-page.ts';

export type ExportedTicket = {
  id: string;
  state: TicketState;
  receivedAt: string;
  capturedBy: string;
  /** Normalized value by field. */
  fields: Record<string, string>;
  /** Rows of the ticket's table, in order; normalized value by column. */
  lineItems: Record<string, string>[];
};

const batchSize = 200;

/** Every ticket that a filter means, oldest first, a batch in memory at a time. */
export async function* listExportedTickets(
  db: Database,
  scope: MemberScope,
  filter: TicketFilter,
): AsyncGenerator<ExportedTicket> {
  let cursor: string | undefined;
  do {
    const page = await listTicketPage(db, scope, { filter, order: 'oldest', cursor, limit: batchSize });
    const values = await selectValues(
      db,
      scope,
      page.tickets.map((ticket) => ticket.id),
    );
    for (const ticket of page.tickets) {
      const read = values.get(ticket.id);
      yield {
        id: ticket.id,
        state: ticket.state,
        receivedAt: ticket.receivedAt,
        capturedBy: ticket.capturedBy.name,
        fields: read?.fields ?? {},
        lineItems: read?.lineItems ?? [],
      };
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

type Values = Pick<ExportedTicket, 'fields' | 'lineItems'>;
type Gathered = Values & { tableRows: Map<number, Record<string, string>> };

async function selectValues(db: Database, scope: MemberScope, ticketIds: string[]): Promise<Map<string, Values>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await withMember(db, scope, (transaction) =>
    transaction
      .selectFrom('ticket_values')
      .innerJoin('tickets', (join) =>
        join
          .onRef('tickets.account_id', '=', 'ticket_values.account_id')
          .onRef('tickets.id', '=', 'ticket_values.ticket_id'),
      )
      .select(['ticket_id', 'field', 'row_number', 'normalized'])
      .where((query) => visibleTickets(scope)(query))
      .where('tickets.id', 'in', ticketIds)
      .where('normalized', 'is not', null)
      .orderBy('ticket_id')
      .orderBy('row_number')
      .execute(),
  );
  const found = new Map<string, Gathered>();
  for (const { ticket_id: ticketId, field, row_number: row, normalized } of rows) {
    if (normalized === null) continue;
    const ticket: Gathered = found.get(ticketId) ?? { fields: {}, lineItems: [], tableRows: new Map() };
    found.set(ticketId, ticket);
    const column = field.split('.')[1];
    if (column === undefined) {
      ticket.fields[field] = normalized;
      continue;
    }
    let item = ticket.tableRows.get(row);
    if (item === undefined) {
      item = {};
      ticket.tableRows.set(row, item);
      ticket.lineItems.push(item);
    }
    item[column] = normalized;
  }
  return found;
}
