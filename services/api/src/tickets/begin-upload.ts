import type { UploadManifest } from '@ticket-pros/contracts/upload';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { ProblemError } from '../problems/problem-error.ts';

export type ExpectedImage = { id: string; page: number; sentSha256: string };
export type BegunUpload = { ticketId: string; isRepeat: boolean; images: ExpectedImage[] };

/**
 * Row first: writes the ticket in state `uploading` and a row for each photo to come, or finds those of an earlier try with the same
 * upload id. `isRepeat` says that the ticket was received before. Throws `upload_id_reused` when the id belongs to other photos.
 */
export async function beginUpload(db: Database, scope: MemberScope, manifest: UploadManifest): Promise<BegunUpload> {
  return withMember(db, scope, async (transaction) => {
    await transaction
      .insertInto('tickets')
      .values({
        account_id: scope.accountId,
        member_id: scope.memberId,
        upload_id: manifest.uploadId,
        ticket_type: manifest.ticketType,
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'member_id', 'upload_id']).doNothing())
      .execute();
    const ticket = await transaction
      .selectFrom('tickets')
      .select(['id', 'state'])
      .where('account_id', '=', scope.accountId)
      .where('member_id', '=', scope.memberId)
      .where('upload_id', '=', manifest.uploadId)
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('images')
      .values(
        manifest.images.map(({ sha256 }, page) => ({
          account_id: scope.accountId,
          ticket_id: ticket.id,
          page,
          sent_sha256: sha256,
        })),
      )
      .onConflict((conflict) => conflict.columns(['account_id', 'ticket_id', 'page']).doNothing())
      .execute();
    const images = await transaction
      .selectFrom('images')
      .select(['id', 'page', 'sent_sha256'])
      .where('account_id', '=', scope.accountId)
      .where('ticket_id', '=', ticket.id)
      .orderBy('page')
      .execute();
    const same =
      images.length === manifest.images.length &&
      images.every((image, page) => image.sent_sha256 === manifest.images[page]?.sha256);
    if (!same) throw new ProblemError('upload_id_reused');
    return {
      ticketId: ticket.id,
      isRepeat: ticket.state !== 'uploading',
      images: images.map((image) => ({ id: image.id, page: image.page, sentSha256: image.sent_sha256 })),
    };
  });
}
