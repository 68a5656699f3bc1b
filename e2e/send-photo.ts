import { createHash, randomUUID } from 'node:crypto';
import { type TicketDetail, uploadAnswerSchema } from '@ticket-pros/contracts/ticket';
import type { Page } from 'playwright-core';
import { samplePhoto } from './open-product.ts';

export type Photo = { name: string; mimeType: string; buffer: Buffer };

/** Sends a photo, or the picture of a sample ticket by its name, past the pages, as the member whose browser this is. */
export async function sendPhoto(page: Page, photo: string | Photo): Promise<TicketDetail> {
  const image = typeof photo === 'string' ? await samplePhoto(photo) : photo;
  const sha256 = createHash('sha256').update(image.buffer).digest('hex');
  const manifest = JSON.stringify({ uploadId: randomUUID(), images: [{ sha256 }] });
  const response = await page.request.post('/v1/tickets', { multipart: { manifest, image } });
  if (!response.ok()) throw new Error(`The photo was refused: ${await response.text()}`);
  return uploadAnswerSchema.parse(await response.json()).ticket;
}
