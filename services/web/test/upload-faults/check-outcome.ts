import { createHash } from 'node:crypto';
import type { UploadReceipt } from '@ticket-pros/contracts/upload';
import { openDiskStorage } from '@ticket-pros/storage/disk-storage';
import { imageKey } from '@ticket-pros/storage/object-key';
import { Client } from 'pg';
import type { StoredOnPhone } from './use-phone.ts';
import { describe } from './use-phone.ts';

type StoredImage = {
  upload_id: string;
  state: string;
  account_id: string;
  ticket_id: string;
  id: string;
  page: number;
  sent_sha256: string;
  stored_sha256: string;
  stored_at: Date | null;
};

export type Outcome = { problems: string[]; photos: number; bytesStored: number };

type Photographed = { stored: StoredOnPhone[]; photographed: number; databaseUrl: string; storageFolder: string };

/**
 * Compares what phones photographed with what rows and objects say: each photo once, every hash right, from the bytes themselves, no object
 * without a row, nothing left of what was on its way.
 */
export async function checkOutcome({
  stored,
  photographed,
  databaseUrl,
  storageFolder,
}: Photographed): Promise<Outcome> {
  const problems: string[] = [];
  const rows = new Client({ connectionString: databaseUrl });
  await rows.connect();
  const storage = await openDiskStorage(storageFolder);
  let bytesStored = 0;
  try {
    const { rows: images } = await rows.query<StoredImage>(
      `select t.upload_id, t.state, i.account_id, i.ticket_id, i.id, i.page, i.sent_sha256, i.stored_sha256, i.stored_at
       from images i join tickets t on t.id = i.ticket_id order by t.upload_id, i.page`,
    );
    const byUpload = Map.groupBy(images, ({ upload_id }) => upload_id);
    for (const { uploadId, phone, ticket } of stored) {
      const tell = (problem: string) => problems.push(`${describe({ index: phone }, ticket)}: ${problem}`);
      const found = byUpload.get(uploadId) ?? [];
      byUpload.delete(uploadId);
      if (ticket.status !== 'stored' || ticket.receipt === null) tell('is not stored');
      const sent = ticket.photos.map(({ sha256 }) => sha256);
      if (found.some(({ state }) => state !== 'received')) tell(`is ${found[0]?.state} on the server`);
      if (found.map(({ sent_sha256 }) => sent_sha256).join() !== sent.join()) tell('is not these photos on the server');
      if (receiptOf(found).join() !== (ticket.receipt?.images ?? []).map(textOf).join()) tell('has another receipt');
    }
    for (const [uploadId] of byUpload) problems.push(`upload ${uploadId} is on the server and on no phone`);
    if (images.length !== photographed) problems.push(`${photographed} photographed, ${images.length} stored`);
    const hashes = new Set(images.map(({ sent_sha256 }) => sent_sha256));
    if (hashes.size !== images.length) problems.push(`${images.length - hashes.size} photos are stored more than once`);

    const expected = new Map(
      images.map((image) => [imageKey(image.account_id, image.ticket_id, image.id, 'original'), image]),
    );
    for await (const key of storage.list('accounts/')) {
      const image = expected.get(key);
      expected.delete(key);
      if (image === undefined) {
        problems.push(`object ${key} belongs to no row`);
        continue;
      }
      const bytes = await storage.getBytes(key);
      bytesStored += bytes.byteLength;
      if (createHash('sha256').update(bytes).digest('hex') !== image.stored_sha256) {
        problems.push(`object ${key} of upload ${image.upload_id} has other bytes than its row says`);
      }
    }
    for (const [key, { upload_id }] of expected) problems.push(`object ${key} of upload ${upload_id} is missing`);
    for (const table of ['staged_photos', 'staged_pieces']) {
      const { rowCount } = await rows.query(`select 1 from ${table}`);
      if (rowCount !== 0) problems.push(`${rowCount} rows are left in ${table}`);
    }
    const { rowCount: untold } = await rows.query(
      `select t.id from tickets t where 1 <> (
         select count(*) from audit_events e where e.subject_id = t.id and e.action = 'ticket.captured')`,
    );
    if (untold !== 0) problems.push(`${untold} tickets stand in the audit log not once`);
    return { problems, photos: images.length, bytesStored };
  } finally {
    await storage.close();
    await rows.end();
  }
}

const textOf = ({ sha256, storedSha256 }: UploadReceipt['images'][number]) => `${sha256}>${storedSha256}`;
const receiptOf = (images: StoredImage[]) =>
  images.map(({ sent_sha256, stored_sha256 }) => `${sent_sha256}>${stored_sha256}`);
