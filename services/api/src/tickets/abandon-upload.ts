import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { deleteTicketObjects } from '@ticket-pros/storage/delete-ticket-objects';
import type { Storage } from '@ticket-pros/storage/storage';

/**
 * Removes an upload that was refused or broke off: the rows at once, with a note of the objects to remove, then the objects. The
 * sweep finishes what a crash leaves. An upload that another try has taken over, or that was received, stays untouched.
 */
export async function abandonUpload(
  db: Database,
  storage: Storage,
  scope: MemberScope,
  { ticketId, uploadTry }: { ticketId: string; uploadTry: string },
): Promise<void> {
  const removed = await withMember(db, scope, async (transaction) => {
    const result = await transaction
      .deleteFrom('tickets')
      .where('account_id', '=', scope.accountId)
      .where('member_id', '=', scope.memberId)
      .where('id', '=', ticketId)
      .where('state', '=', 'uploading')
      .where('upload_try', '=', uploadTry)
      .executeTakeFirst();
    if (result.numDeletedRows === 0n) return false;
    await transaction
      .insertInto('object_removals')
      .values({ account_id: scope.accountId, ticket_id: ticketId })
      .execute();
    return true;
  });
  if (!removed) return;
  await deleteTicketObjects(storage, scope.accountId, ticketId);
}
