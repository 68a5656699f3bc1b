import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ticketPageSchema } from '@ticket-pros/contracts/ticket';
import { makeBadImages } from '@ticket-pros/testing/make-bad-images';
import type { Page } from 'playwright-core';
import { type OpenProduct, openProduct, samplePhoto } from './open-product.ts';

let product: OpenProduct;
let page: Page;

beforeAll(async () => {
  product = await openProduct();
  page = await product.open('crew', 'phone');
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const stored = async () => ticketPageSchema.parse(await (await page.request.get('/v1/tickets')).json()).tickets;
const photograph = async (name: string) => {
  await page.locator('input[type=file][capture]').setInputFiles(await samplePhoto(name));
  await page.getByText('This ticket: 1 photo').waitFor();
  await page.getByRole('button', { name: 'Send ticket' }).click();
};

test('without signal a ticket waits on the phone, survives loading the page again, and goes by itself, once', async () => {
  await page.goto('/capture');
  await page.route('**/v1/uploads**', (route) => route.abort());
  await page.context().setOffline(true);
  await photograph('quarry-load-01');
  await page.getByText('Waiting for signal').waitFor();
  await page.context().setOffline(false);
  // The network is back, the server can't be reached yet; the page is loaded anew meanwhile.
  await page.reload();
  await page
    .getByText(/Waiting to send|Sending/)
    .first()
    .waitFor();
  expect(await stored()).toHaveLength(0);
  await page.unroute('**/v1/uploads**');
  await page.reload();
  await page
    .getByText(/^(Stored|Reading…|Read)$/)
    .first()
    .waitFor();
  expect(await stored()).toHaveLength(1);
}, 120_000);

test('an answer that got lost on its way back does not make a second ticket', async () => {
  const lost: number[] = [];
  await page.route('**/v1/uploads', async (route) => {
    if (route.request().method() !== 'POST' || lost.length > 0) return route.continue();
    lost.push(0);
    lost[0] = (await route.fetch()).status();
    return route.abort();
  });
  await photograph('fuel-delivery-01');
  await expectTickets(2);
  await page
    .getByText(/Waiting to send|Sending/)
    .first()
    .waitFor({ state: 'detached', timeout: 60_000 });
  expect([lost, (await stored()).length]).toEqual([[201], 2]);
}, 120_000);

test.each([
  ['notAnImage', 'This is not a photo we can read. Send a JPEG, PNG, WebP, HEIC, TIFF or PDF.'],
  ['gifNamedJpg', 'This is not a photo we can read. Send a JPEG, PNG, WebP, HEIC, TIFF or PDF.'],
  ['truncatedJpeg', 'The photo is incomplete or damaged. Take it again.'],
] as const)(
  'a file that is no good photo (%s) is told in a sentence, and the next one goes',
  async (kind, sentence) => {
    const bad = (await makeBadImages())[kind];
    await page
      .locator('input[type=file][multiple]')
      .setInputFiles({ name: bad.fileName, mimeType: 'image/jpeg', buffer: bad.bytes });
    await page.getByRole('alert').getByText(sentence).waitFor();
    await page.locator('input[type=file][capture]').setInputFiles(await samplePhoto('hot-shot-01'));
    await page.getByText('This ticket: 1 photo').waitFor();
    await page.getByRole('button', { name: /^Look at photo 1/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('This ticket: 1 photo').waitFor({ state: 'detached' });
  },
);

async function expectTickets(count: number): Promise<void> {
  const end = Date.now() + 60_000;
  while ((await stored()).length < count && Date.now() < end) await page.waitForTimeout(100);
  expect(await stored()).toHaveLength(count);
}
