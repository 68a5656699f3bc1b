import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import type { Form } from '@ticket-pros/contracts/form';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { learnForm } from '@ticket-pros/reader/forms/learn-form';
import { loadExamples } from './load-examples.ts';

/** A form is what its latest examples say: enough to outvote a wrong one, few enough to follow a form that is printed anew. */
const latestExamples = 20;

/** Learns a form anew from its examples; without any it goes. */
export async function rebuildForm(transaction: DatabaseTransaction, accountId: string, formId: string): Promise<void> {
  const latest = await transaction
    .selectFrom('form_examples')
    .innerJoin('forms', (join) =>
      join.onRef('forms.account_id', '=', 'form_examples.account_id').onRef('forms.id', '=', 'form_examples.form_id'),
    )
    .select(['form_examples.ticket_id', 'form_examples.page', 'forms.ticket_type'])
    .where('form_examples.account_id', '=', accountId)
    .where('form_examples.form_id', '=', formId)
    .orderBy('form_examples.learned_at', 'desc')
    .orderBy('form_examples.ticket_id', 'desc')
    .limit(latestExamples)
    .execute();
  const ticketType = findTicketType(latest[0]?.ticket_type ?? '');
  const examples = await loadExamples(transaction, accountId, [...new Set(latest.map(({ ticket_id }) => ticket_id))]);
  let form: Form | null = null;
  for (const { ticket_id, page } of latest.reverse()) {
    const example = examples.find((other) => other.ticketId === ticket_id && other.page === page);
    if (example === undefined || ticketType === undefined) continue;
    form = learnForm(form, example, ticketType) ?? form;
  }
  const own = transaction.deleteFrom('forms').where('account_id', '=', accountId).where('id', '=', formId);
  if (form === null) {
    await own.execute();
    return;
  }
  await transaction
    .updateTable('forms')
    .set({ form: JSON.stringify(form), examples: form.examples, learned_at: new Date() })
    .where('account_id', '=', accountId)
    .where('id', '=', formId)
    .execute();
}
