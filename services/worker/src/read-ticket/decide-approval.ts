import type { TicketType } from '@ticket-pros/contracts/field';
import type { Reading } from '@ticket-pros/contracts/reading';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { JobPayload } from '@ticket-pros/queue/job-catalogue';
import { approvesItself } from '@ticket-pros/reader/confidence/approves-itself';
import { sql } from 'kysely';
import { isSampled } from './is-sampled.ts';

/** What becomes of a ticket that was read: a member looks at it, as a spot check or because it has to, or nobody does. */
export type Approval = 'by a member' | 'by itself' | 'by a member as a sample';

/**
 * Whether a ticket approves itself: its owner allows it for its type, the reader is sure enough of every value, no member has said anything
 * about it, and neither its photos nor its number came before.
 */
export async function decideApproval(
  transaction: DatabaseTransaction,
  { accountId, ticketId }: JobPayload<'read-ticket'>,
  ticketType: TicketType,
  { values }: Reading,
): Promise<Approval> {
  const settings = await transaction
    .selectFrom('accounts')
    .innerJoin('ticket_type_settings', 'ticket_type_settings.account_id', 'accounts.id')
    .select(['accounts.error_target as errorTarget'])
    .where('accounts.id', '=', accountId)
    .where('ticket_type_settings.ticket_type', '=', ticketType.key)
    .where('ticket_type_settings.approves_itself', '=', true)
    .executeTakeFirst();
  if (settings === undefined) return 'by a member';
  if (!approvesItself({ values, ticketType, errorTarget: settings.errorTarget })) return 'by a member';
  const number = values.find(({ field }) => field === 'ticket_number')?.normalized ?? '';
  if (await wasTouched(transaction, accountId, ticketId)) return 'by a member';
  if (await cameBefore(transaction, accountId, ticketId, number)) return 'by a member';
  return isSampled(ticketId) ? 'by a member as a sample' : 'by itself';
}

/** Whether a member corrected the ticket, or decided about it and took that back. */
async function wasTouched(transaction: DatabaseTransaction, accountId: string, ticketId: string): Promise<boolean> {
  const { touched } = await transaction
    .selectNoFrom((query) =>
      query
        .or([
          query.exists(
            query
              .selectFrom('corrections')
              .select('id')
              .where('account_id', '=', accountId)
              .where('ticket_id', '=', ticketId),
          ),
          query.exists(
            query
              .selectFrom('form_examples')
              .select('form_id')
              .where('account_id', '=', accountId)
              .where('ticket_id', '=', ticketId),
          ),
        ])
        .as('touched'),
    )
    .executeTakeFirstOrThrow();
  return Boolean(touched);
}

/** Whether one of its photos, or a ticket of its number, is in the account already: it may be the same load twice. */
async function cameBefore(
  transaction: DatabaseTransaction,
  accountId: string,
  ticketId: string,
  number: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from images mine join images other
      on other.account_id = mine.account_id and other.stored_sha256 = mine.stored_sha256 and other.ticket_id <> mine.ticket_id
    where mine.account_id = ${accountId} and mine.ticket_id = ${ticketId}
    union all
    select 1 from ticket_values other
    where other.account_id = ${accountId} and other.ticket_id <> ${ticketId} and other.field = 'ticket_number'
      and other.normalized = ${number}
    limit 1`.execute(transaction);
  return rows.length > 0;
}
