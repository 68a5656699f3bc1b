import { createHash, randomUUID } from 'node:crypto';
import { type TicketDetail, uploadAnswerSchema } from '@ticket-pros/contracts/ticket';
import { answerOf } from './read-test-answer.ts';
import type { Person } from './start-test-api.ts';

export type TestUpload = {
  images: Uint8Array[];
  uploadId?: string;
  /** Hashes to tell instead of the true ones. */
  sha256?: string[];
  /** Parts to send instead of the photos, by name. */
  parts?: [name: string, content: string | Uint8Array, fileName?: string][];
  /** Text to send as the manifest instead of the true one. */
  manifest?: string;
};

/** The SHA-256 of some bytes, in lower case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** For tests: sends a ticket as a phone does. */
export function sendUpload(person: Person, upload: TestUpload): Promise<Response> {
  const body = new FormData();
  const images = upload.images.map((bytes, page) => ({ sha256: upload.sha256?.[page] ?? sha256Of(bytes) }));
  body.append('manifest', upload.manifest ?? JSON.stringify({ uploadId: upload.uploadId ?? randomUUID(), images }));
  const parts =
    upload.parts ?? upload.images.map((bytes): [string, Uint8Array, string] => ['image', bytes, 'photo.jpg']);
  for (const [name, content, fileName] of parts) {
    if (typeof content === 'string') body.append(name, content);
    else body.append(name, new Blob([Uint8Array.from(content)]), fileName ?? 'photo.jpg');
  }
  return person.fetch('/v1/tickets', { method: 'POST', body });
}

/** For tests: sends a ticket and answers what the server says of it; throws when it was refused. */
export async function storeTicket(person: Person, upload: TestUpload): Promise<TicketDetail> {
  const response = await sendUpload(person, upload);
  if (!response.ok) throw new Error(`upload refused: ${await response.text()}`);
  return (await answerOf(uploadAnswerSchema, response)).ticket;
}
