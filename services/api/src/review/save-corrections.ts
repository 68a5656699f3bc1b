import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import type { NormalizedCorrection } from './normalize-corrections.ts';

/**
 * Writes a member's values over those that stand on the ticket (the box and the text that the reader found stay as evidence), notes each in the
 * append-only corrections and all of them in the audit log, and touches the ticket so that its version grows.
 */
export async function saveCorrections(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticketId: string,
  corrections: readonly NormalizedCorrection[],
): Promise<void> {
  const before = await transaction
    .selectFrom('ticket_values')
    .select(['field', 'row_number', 'normalized', 'source'])
    .where('account_id', '=', scope.accountId)
    .where('ticket_id', '=', ticketId)
    .execute();
  const standing = new Map(before.map((value) => [`${value.field}/${value.row_number}`, value]));
  for (const { field, row, normalized } of corrections) {
    const now = new Date();
    const written = {
      normalized,
      confidence: 1,
      source: 'member' as const,
      member_id: scope.memberId,
      updated_at: now,
    };
    await transaction
      .insertInto('ticket_values')
      .values({
        account_id: scope.accountId,
        ticket_id: ticketId,
        field,
        row_number: row,
        printed_text: null,
        box: null,
        reading_id: null,
        ...written,
      })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'ticket_id', 'field', 'row_number']).doUpdateSet(written),
      )
      .execute();
    const old = standing.get(`${field}/${row}`);
    await transaction
      .insertInto('corrections')
      .values({
        account_id: scope.accountId,
        ticket_id: ticketId,
        field,
        row_number: row,
        member_id: scope.memberId,
        text_before: old?.normalized ?? null,
        text_after: normalized,
        source_before: old?.source ?? null,
      })
      .execute();
  }
  await transaction
    .updateTable('tickets')
    .set({ updated_at: new Date() })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', ticketId)
    .execute();
  await writeAudit(transaction, scope, {
    action: 'ticket.corrected',
    subject: { kind: 'ticket', id: ticketId },
    payload: {
      fields: corrections.map(({ field, row, normalized }) => ({
        field,
        row,
        before: standing.get(`${field}/${row}`)?.normalized ?? null,
        after: normalized,
      })),
    },
  });
}
