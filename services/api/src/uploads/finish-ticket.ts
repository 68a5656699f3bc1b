import type { UploadReceipt } from '@ticket-pros/contracts/upload';
import type { FastifyBaseLogger } from 'fastify';
import type { Asker } from '../access/asker.ts';
import type { ApiParts } from '../api-parts.ts';
import { enqueueReading } from '../tickets/enqueue-reading.ts';
import { finishUpload } from '../tickets/finish-upload.ts';
import { findUploadStanding } from './find-upload-standing.ts';

/**
 * Receives a ticket whose photos are all stored, once, and answers its receipt; null while photos are missing. Every request about an upload
 * comes by here, so that a crash after the last photo leaves no ticket stranded.
 */
export async function finishTicket(
  { db, queue }: Pick<ApiParts, 'db' | 'queue'>,
  log: FastifyBaseLogger,
  { scope, seenBy }: Asker,
  uploadId: string,
): Promise<UploadReceipt | null> {
  const standing = await findUploadStanding(db, scope, uploadId);
  // Who looks as another member changes nothing.
  if (standing === null || !standing.isUnfinished || seenBy !== null) return standing?.receipt ?? null;
  const { ticketId, photos } = standing;
  const isNew = await finishUpload(db, scope, { ticketId, photos });
  if (isNew) {
    log.info({ accountId: scope.accountId, memberId: scope.memberId, ticketId, photos }, 'ticket received');
    await enqueueReading(queue, log, { accountId: scope.accountId, ticketId, readingNumber: 1 });
  }
  return (await findUploadStanding(db, scope, uploadId))?.receipt ?? null;
}
