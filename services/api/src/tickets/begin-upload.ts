import { randomUUID } from 'node:crypto';
import type { UploadManifest } from '@ticket-pros/contracts/upload';
import type { Database, DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { ProblemError } from '../problems/problem-error.ts';
import { findReplaceableTicket } from './find-replaceable-ticket.ts';

export type ExpectedImage = { id: string; page: number; sentSha256: string };
export type BegunUpload = {
  ticketId: string;
  uploadTry: string;
  /** It was begun by this call; no other request knows it yet. */
  isNew: boolean;
  isRepeat: boolean;
  images: ExpectedImage[];
};

/**
 * Row first: writes the ticket in state `uploading` and a row for each photo to come, or finds those of an earlier try with the same
 * upload id and takes them over. `isRepeat` says that the ticket was received before. Resumable uploads share the try that bears
 * their upload id; one in a single request has a try of its own. Throws `upload_id_reused` when the id belongs to other photos.
 */
export async function beginUpload(
  db: Database,
  scope: MemberScope,
  manifest: UploadManifest,
  uploadTry: string = randomUUID(),
): Promise<BegunUpload> {
  return withMember(db, scope, async (transaction) => {
    const made = await transaction
      .insertInto('tickets')
      .values({
        account_id: scope.accountId,
        member_id: scope.memberId,
        upload_id: manifest.uploadId,
        upload_try: uploadTry,
        ticket_type: manifest.ticketType,
        replaces_ticket_id: await findReplaceableTicket(transaction, scope, manifest.replacesTicketId),
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'member_id', 'upload_id']).doNothing())
      .returning(['id', 'state'])
      .executeTakeFirst();
    const ticket = made ?? (await takeOver(transaction, scope, manifest.uploadId, uploadTry));
    if (made !== undefined) await addImages(transaction, scope, made.id, manifest);
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
      uploadTry,
      isNew: made !== undefined,
      isRepeat: ticket.state !== 'uploading',
      images: images.map((image) => ({ id: image.id, page: image.page, sentSha256: image.sent_sha256 })),
    };
  });
}

/** Makes an unfinished upload this try's own; one that was received stays as it is. */
async function takeOver(transaction: DatabaseTransaction, scope: MemberScope, uploadId: string, uploadTry: string) {
  await transaction
    .updateTable('tickets')
    .set({ upload_try: uploadTry })
    .where('account_id', '=', scope.accountId)
    .where('member_id', '=', scope.memberId)
    .where('upload_id', '=', uploadId)
    .where('state', '=', 'uploading')
    .execute();
  const ticket = await transaction
    .selectFrom('tickets')
    .select(['id', 'state'])
    .where('account_id', '=', scope.accountId)
    .where('member_id', '=', scope.memberId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirst();
  // It was there when this transaction wanted to insert it, and was given up since.
  if (ticket === undefined) throw new ProblemError('upload_interrupted');
  return ticket;
}

async function addImages(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticketId: string,
  manifest: UploadManifest,
): Promise<void> {
  const rows = manifest.images.map(({ sha256 }, page) => ({
    account_id: scope.accountId,
    ticket_id: ticketId,
    page,
    sent_sha256: sha256,
  }));
  await transaction.insertInto('images').values(rows).execute();
}
