import { uploadLimits } from '@ticket-pros/contracts/upload';

/** Which photo of which upload an address of resumable uploads means. */
export type UploadName = { uploadId: string; page: number };

const pattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,2})$/;

/** `<uploadId>.<page>`, so that a phone that lost the answer knows the address. */
export function writeUploadName({ uploadId, page }: UploadName): string {
  return `${uploadId.toLowerCase()}.${page}`;
}

/** The same, read; null where it is no such name. */
export function readUploadName(text: string): UploadName | null {
  const [, uploadId, page] = pattern.exec(text.toLowerCase()) ?? [];
  if (uploadId === undefined || page === undefined) return null;
  if (String(Number(page)) !== page || Number(page) >= uploadLimits.imagesPerTicket) return null;
  return { uploadId, page: Number(page) };
}
