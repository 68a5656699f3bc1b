import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import type { UploadName } from './upload-name.ts';

/** A photo on its way, or there. */
export type PhotoToReceive = {
  uploadId: string;
  ticketId: string;
  imageId: string;
  page: number;
  sentSha256: string;
  isStored: boolean;
  /** Of the photo as sent, in bytes; null while nothing of it was kept. */
  byteLength: number | null;
  /** Bytes from its beginning that are safe. */
  received: number;
};

/** The member's own photo by its name, or null: somebody else's is as unknown as one that never began. */
export async function findPhoto(
  db: Database,
  scope: MemberScope,
  { uploadId, page }: UploadName,
): Promise<PhotoToReceive | null> {
  const found = await withMember(db, scope, (transaction) =>
    transaction
      .selectFrom('tickets')
      .innerJoin('images', (join) =>
        join.onRef('images.account_id', '=', 'tickets.account_id').onRef('images.ticket_id', '=', 'tickets.id'),
      )
      .leftJoin('staged_photos', (join) =>
        join
          .onRef('staged_photos.account_id', '=', 'images.account_id')
          .onRef('staged_photos.image_id', '=', 'images.id'),
      )
      .select([
        'tickets.id as ticketId',
        'images.id as imageId',
        'images.sent_sha256 as sentSha256',
        'images.stored_at as storedAt',
        'images.byte_size as storedBytes',
        'images.sent_byte_size as sentBytes',
        'staged_photos.byte_length as stagedLength',
        'staged_photos.received as received',
      ])
      .where((query) => visibleTickets(scope)(query))
      .where('tickets.member_id', '=', scope.memberId)
      .where('tickets.upload_id', '=', uploadId)
      .where('images.page', '=', page)
      .executeTakeFirst(),
  );
  if (found === undefined) return null;
  const { ticketId, imageId, sentSha256, storedAt } = found;
  const photo = { uploadId, page, ticketId, imageId, sentSha256 };
  if (storedAt === null) {
    return { ...photo, isStored: false, byteLength: found.stagedLength, received: found.received ?? 0 };
  }
  // Tickets of before resumable uploads did not keep how long their photos were.
  const byteLength = found.sentBytes ?? found.storedBytes ?? 0;
  return { ...photo, isStored: true, byteLength, received: byteLength };
}
