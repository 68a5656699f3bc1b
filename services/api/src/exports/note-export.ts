import type { TicketFilter } from '@ticket-pros/contracts/ticket';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { sql } from 'kysely';
import { filterTickets } from '../tickets/filter-tickets.ts';

type Export = { format: 'csv' | 'json'; filter: TicketFilter };

/** Writes into the audit log what is about to leave, before the first line of it does. */
export async function noteExport(db: Database, scope: MemberScope, { format, filter }: Export): Promise<void> {
  await withMember(db, scope, async (transaction) => {
    const { tickets } = await transaction
      .selectFrom('tickets')
      .select(sql<number>`count(*)::integer`.as('tickets'))
      .where(filterTickets(scope, filter))
      .executeTakeFirstOrThrow();
    await writeAudit(transaction, scope, { action: 'ticket.exported', payload: { format, filter, tickets } });
  });
}
