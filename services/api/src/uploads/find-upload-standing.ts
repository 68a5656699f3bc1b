import type { UploadReceipt } from '@ticket-pros/contracts/upload';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';

export type UploadStanding = {
  ticketId: string;
  /** Every photo is stored, but the ticket was not received: a crash came between. */
  isUnfinished: boolean;
  photos: number;
  receipt: UploadReceipt | null;
};

/** How far the member's own upload is, with its receipt once the ticket was received; null where there is no such upload. */
export async function findUploadStanding(
  db: Database,
  scope: MemberScope,
  uploadId: string,
): Promise<UploadStanding | null> {
  const rows = await withMember(db, scope, (transaction) =>
    transaction
      .selectFrom('tickets')
      .innerJoin('images', (join) =>
        join.onRef('images.account_id', '=', 'tickets.account_id').onRef('images.ticket_id', '=', 'tickets.id'),
      )
      .select([
        'tickets.id as ticketId',
        'tickets.state as state',
        'tickets.received_at as receivedAt',
        'images.sent_sha256 as sha256',
        'images.stored_sha256 as storedSha256',
        'images.stored_at as storedAt',
      ])
      .where((query) => visibleTickets(scope)(query))
      .where('tickets.member_id', '=', scope.memberId)
      .where('tickets.upload_id', '=', uploadId)
      .orderBy('images.page')
      .execute(),
  );
  const [first] = rows;
  if (first === undefined) return null;
  const { ticketId, state, receivedAt } = first;
  const images = rows.flatMap(({ sha256, storedSha256, storedAt }) =>
    storedAt === null || storedSha256 === null ? [] : [{ sha256, storedSha256 }],
  );
  const isWhole = images.length === rows.length;
  return {
    ticketId,
    isUnfinished: isWhole && state === 'uploading',
    photos: rows.length,
    receipt:
      isWhole && state !== 'uploading' ? { uploadId, ticketId, receivedAt: receivedAt.toISOString(), images } : null,
  };
}
