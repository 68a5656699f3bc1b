import { setImmediate as nextTurn } from 'node:timers/promises';
import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import { type Form, formSchema } from '@ticket-pros/contracts/form';
import type { WouldChange } from '@ticket-pros/contracts/learning';
import { pageFormSchema } from '@ticket-pros/contracts/reading';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { loadReadTickets, type ReadTicket } from '@ticket-pros/db/load-read-tickets';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { indexForms } from '@ticket-pros/reader/forms/index-forms';
import { learnForm } from '@ticket-pros/reader/forms/learn-form';
import { recognizeForm } from '@ticket-pros/reader/forms/recognize-form';
import { wouldChange } from '@ticket-pros/reader/forms/would-change';
import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { findAccount } from '../account/find-account.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** Of the open tickets that may be of the form, the newest are compared, a few at a time so that others' requests get their turn. */
const mostCompared = 200;
const comparedAtOnce = 10;
/** Forms that were learned since the ticket was read and that it may be of. */
const mostNewForms = 50;

const pageFormsSchema = z.array(pageFormSchema);

/**
 * What approving a ticket as it stands would teach its form, and which open tickets that the member sees would then be read otherwise.
 * Throws `not_found`.
 */
export async function previewLesson(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticketId: string,
): Promise<WouldChange> {
  const found = await transaction
    .selectFrom('tickets')
    .select('ticket_type')
    .where((query) => visibleTickets(scope)(query))
    .where('id', '=', ticketId)
    .where('state', 'not in', ['uploading', 'deleted'])
    .executeTakeFirst();
  if (found === undefined) throw new ProblemError('not_found');
  // what a form knows may come from tickets that this member does not see
  if (!scope.seesAccount) return nothing;
  const { dayOrder } = await findAccount(transaction, scope);
  const ticketType = findTicketType(found.ticket_type);
  const [ticket] = await loadReadTickets(transaction, scope.accountId, [ticketId]);
  const size = ticket?.pages[0];
  if (ticketType === undefined || ticket === undefined || size === undefined) return nothing;
  const before = await findForm(transaction, scope, ticket);
  const { words, values } = ticket;
  const after = learnForm(before?.form ?? null, { page: 0, size, words, values }, ticketType);
  if (after === null) return nothing;
  const open = await findOpenTickets(transaction, scope, ticketId, ticketType.key, before?.id ?? null);
  const changed: WouldChange['tickets'] = [];
  for (let from = 0; from < open.length; from += comparedAtOnce) {
    const read = await loadReadTickets(transaction, scope.accountId, open.slice(from, from + comparedAtOnce));
    for (const { ticketId: id, changes } of wouldChange(before?.form ?? null, after, read, ticketType, dayOrder)) {
      const number = read.find((other) => other.ticketId === id)?.values.find(({ field }) => field === 'ticket_number');
      changed.push({ ticketId: id, ticketNumber: number?.normalized ?? null, changes });
    }
    await nextTurn();
  }
  return { examples: before?.form.examples ?? 0, looked: open.length, tickets: changed };
}

const nothing: WouldChange = { examples: 0, looked: 0, tickets: [] };

/** The form as which the ticket's first page was recognised, or which it is of those learned since. */
async function findForm(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  { ticketId, words, pages: [size] }: ReadTicket,
): Promise<{ id: string; form: Form } | null> {
  const reading = await transaction
    .selectFrom('readings')
    .select(['forms', 'created_at'])
    .where('account_id', '=', scope.accountId)
    .where('ticket_id', '=', ticketId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (reading === undefined || size === undefined) return null;
  const recognised = pageFormsSchema.parse(reading.forms).find(({ page }) => page === 0);
  const rows = await transaction
    .selectFrom('forms')
    .select(['id', 'form'])
    .where('account_id', '=', scope.accountId)
    .where((query) =>
      recognised === undefined ? query('learned_at', '>', reading.created_at) : query('id', '=', recognised.formId),
    )
    .orderBy('learned_at', 'desc')
    .limit(mostNewForms)
    .execute();
  const known = rows.map(({ id, form }) => ({ id, form: formSchema.parse(form) }));
  if (recognised !== undefined && known[0] !== undefined) return known[0];
  return recognizeForm(words, 0, size, indexForms(known));
}

/** The newest open tickets that were read as this form, or as none. */
async function findOpenTickets(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticketId: string,
  ticketType: string,
  formId: string | null,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('tickets')
    .innerJoin('readings', (join) =>
      join
        .onRef('readings.account_id', '=', 'tickets.account_id')
        .onRef('readings.ticket_id', '=', 'tickets.id')
        .onRef('readings.number', '=', 'tickets.reading_number'),
    )
    .select('tickets.id')
    .where((query) => visibleTickets(scope)(query))
    .where('tickets.state', '=', 'needs_review')
    .where('tickets.ticket_type', '=', ticketType)
    .where('tickets.id', '<>', ticketId)
    .where((query) =>
      query.or([
        sql<SqlBool>`readings.forms = '[]'`,
        sql<SqlBool>`${formId === null ? sql`false` : sql`readings.forms @> ${JSON.stringify([{ formId }])}::jsonb`}`,
      ]),
    )
    .orderBy('tickets.received_at', 'desc')
    .orderBy('tickets.id', 'desc')
    .limit(mostCompared)
    .execute();
  return rows.map(({ id }) => id);
}
