import type { Database, DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';
import { z } from 'zod';
import { hashOperatorKey } from './operator-key.ts';

export const lookSchema = z.object({
  accountId: z.uuid(),
  reason: z.string().trim().min(10, 'has to say why in 10 characters or more; the customer reads it').max(1000),
  ticketId: z.uuid().optional(),
});

const mostTickets = 50;

/**
 * Opens a look at an account, which stands in that customer's audit log before anything is shown; then shows its newest tickets, or one
 * ticket with its values and images.
 */
export async function lookAtAccount(
  db: Database,
  key: string,
  { accountId, reason, ticketId }: z.output<typeof lookSchema>,
) {
  const { rows } = await sql`select look_id as id, ends_at
    from app.open_operator_look(${hashOperatorKey(key)}, ${accountId}, ${reason})`.execute(db);
  const look = z.object({ id: z.uuid(), ends_at: z.date() }).parse(rows[0]);
  // A transaction of its own: the database shows nothing before the look is committed.
  const seen = await db.transaction().execute(async (transaction) => {
    await sql`select set_config('app.operator_look', ${look.id}, true)`.execute(transaction);
    return ticketId === undefined
      ? { tickets: await selectTickets(transaction, accountId) }
      : { ticket: await selectTicket(transaction, accountId, ticketId) };
  });
  return { look: { id: look.id, endsAt: look.ends_at.toISOString() }, ...seen };
}

function ticketsOf(transaction: DatabaseTransaction, accountId: string) {
  return transaction
    .selectFrom('tickets')
    .select([
      'id',
      'member_id as memberId',
      'state',
      'failure_code as failureCode',
      'reject_reason as rejectReason',
      'reading_number as readingNumber',
      'received_at as receivedAt',
      'updated_at as updatedAt',
    ])
    .where('account_id', '=', accountId);
}

function selectTickets(transaction: DatabaseTransaction, accountId: string) {
  return ticketsOf(transaction, accountId)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostTickets)
    .execute();
}

async function selectTicket(transaction: DatabaseTransaction, accountId: string, ticketId: string) {
  const ticket = await ticketsOf(transaction, accountId).where('id', '=', ticketId).executeTakeFirst();
  if (ticket === undefined) return null;
  const images = await transaction
    .selectFrom('images')
    .select([
      'id',
      'page',
      'media_type as mediaType',
      'byte_size as byteSize',
      'width',
      'height',
      'has_derivatives as hasDerivatives',
    ])
    .where('account_id', '=', accountId)
    .where('ticket_id', '=', ticketId)
    .orderBy('page')
    .execute();
  const values = await transaction
    .selectFrom('ticket_values')
    .select(['field', 'row_number as row', 'printed_text as printedText', 'normalized', 'confidence', 'source'])
    .where('account_id', '=', accountId)
    .where('ticket_id', '=', ticketId)
    .orderBy('field')
    .orderBy('row_number')
    .execute();
  return { ...ticket, images, values };
}
