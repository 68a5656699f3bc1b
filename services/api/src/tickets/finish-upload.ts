import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';

/**
 * Puts the ticket into state `received` once every photo is safe. Answers false when another try of the same upload did so before,
 * or gave the upload up.
 */
export async function finishUpload(db: Database, scope: MemberScope, ticketId: string): Promise<boolean> {
  const result = await withMember(db, scope, (transaction) =>
    transaction
      .updateTable('tickets')
      .set({ state: 'received', received_at: new Date() })
      .where('account_id', '=', scope.accountId)
      .where('id', '=', ticketId)
      .where('state', '=', 'uploading')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('images')
              .select('images.id')
              .whereRef('images.account_id', '=', 'tickets.account_id')
              .whereRef('images.ticket_id', '=', 'tickets.id')
              .where('images.stored_at', 'is', null),
          ),
        ),
      )
      .executeTakeFirst(),
  );
  return result.numUpdatedRows > 0n;
}
