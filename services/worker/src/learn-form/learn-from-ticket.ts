import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import type { TicketType } from '@ticket-pros/contracts/field';
import { formSchema } from '@ticket-pros/contracts/form';
import type { Database, DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { withAccount } from '@ticket-pros/db/scope';
import { indexForms } from '@ticket-pros/reader/forms/index-forms';
import { type FormExample, learnForm } from '@ticket-pros/reader/forms/learn-form';
import { recognizeForm } from '@ticket-pros/reader/forms/recognize-form';
import { sql } from 'kysely';
import { loadExamples } from './load-examples.ts';
import { rebuildForm } from './rebuild-form.ts';

/** How many forms an example was added to, and how many had to forget one. */
export type Lesson = { learned: number; forgotten: number };

/**
 * Brings the forms of an account in line with what was decided about a ticket: one that a member approved becomes an example of the form
 * of each of its pages, of a form new to the account where none is known; any other stops being one. Forms of one account change one after
 * the other. Running twice changes nothing more.
 */
export async function learnFromTicket(db: Database, accountId: string, ticketId: string): Promise<Lesson> {
  return withAccount(db, accountId, async (transaction) => {
    const due = await transaction
      .deleteFrom('lessons_due')
      .where('account_id', '=', accountId)
      .where('ticket_id', '=', ticketId)
      .returning('ticket_id')
      .executeTakeFirst();
    if (due === undefined) return { learned: 0, forgotten: 0 };
    await sql`select pg_advisory_xact_lock(hashtextextended(${`forms of ${accountId}`}, 0))`.execute(transaction);
    const before = await transaction
      .deleteFrom('form_examples')
      .where('account_id', '=', accountId)
      .where('ticket_id', '=', ticketId)
      .returning('form_id')
      .execute();
    const learned = await addExamples(transaction, accountId, ticketId);
    const forgotten = new Set(before.map(({ form_id }) => form_id).filter((id) => !learned.has(id)));
    for (const formId of [...learned, ...forgotten]) await rebuildForm(transaction, accountId, formId);
    return { learned: learned.size, forgotten: forgotten.size };
  });
}

/** Makes the pages of a ticket that a member approved examples of their forms. */
async function addExamples(
  transaction: DatabaseTransaction,
  accountId: string,
  ticketId: string,
): Promise<ReadonlySet<string>> {
  const ticket = await transaction
    .selectFrom('tickets')
    .select(['ticket_type'])
    .where('account_id', '=', accountId)
    .where('id', '=', ticketId)
    .where('state', '=', 'approved')
    .where('approved_itself', '=', false)
    .executeTakeFirst();
  const ticketType = ticket === undefined ? undefined : findTicketType(ticket.ticket_type);
  if (ticketType === undefined) return new Set();
  const examples = await loadExamples(transaction, accountId, [ticketId]);
  const formIds = new Set<string>();
  for (const example of examples) {
    if (!saysSomething(example)) continue;
    const formId = await findOrAddForm(transaction, accountId, ticketType, example);
    if (formId === null) continue;
    formIds.add(formId);
    await transaction
      .insertInto('form_examples')
      .values({ account_id: accountId, form_id: formId, ticket_id: ticketId, page: example.page })
      .execute();
  }
  return formIds;
}

/** A page on which no value stands, such as terms and conditions, is no form that is worth knowing. */
function saysSomething({ page, values }: FormExample): boolean {
  return values.some(({ normalized, box }) => normalized !== null && (box?.page ?? 0) === page);
}

async function findOrAddForm(
  transaction: DatabaseTransaction,
  accountId: string,
  ticketType: TicketType,
  example: FormExample,
): Promise<string | null> {
  const rows = await transaction
    .selectFrom('forms')
    .select(['id', 'form'])
    .where('account_id', '=', accountId)
    .where('ticket_type', '=', ticketType.key)
    .execute();
  const known = rows.map(({ id, form }) => ({ id, form: formSchema.parse(form) }));
  const match = recognizeForm(example.words, example.page, example.size, indexForms(known));
  if (match !== null && learnForm(match.form, example, ticketType) !== null) return match.id;
  const form = learnForm(null, example, ticketType);
  if (form === null) return null;
  const { id } = await transaction
    .insertInto('forms')
    .values({ account_id: accountId, ticket_type: ticketType.key, form: JSON.stringify(form), examples: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
