import { createHash, randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { samplePhoto } from './open-product.ts';

/** Sends the picture of a sample ticket past the pages, as the member whose browser this is. */
export async function sendPhoto(page: Page, name: string): Promise<void> {
  const image = await samplePhoto(name);
  const sha256 = createHash('sha256').update(image.buffer).digest('hex');
  const manifest = JSON.stringify({ uploadId: randomUUID(), images: [{ sha256 }] });
  const response = await page.request.post('/v1/tickets', { multipart: { manifest, image } });
  if (!response.ok()) throw new Error(`The photo was refused: ${await response.text()}`);
}
