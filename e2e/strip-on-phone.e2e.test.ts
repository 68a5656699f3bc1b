import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TicketSummary, ticketPageSchema } from '@ticket-pros/contracts/ticket';
import { findLocalUrls } from '@ticket-pros/db/embedded-postgres/find-local-urls';
import { dumpDatabase } from '@ticket-pros/testing/dump-database';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { plantLocation, plantLocationInPdf } from '@ticket-pros/testing/plant-location';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { blankPhoto } from './blank-photo.ts';
import { findTicket } from './follow-ticket.ts';
import { type OpenProduct, openProduct } from './open-product.ts';
import type { Photo } from './send-photo.ts';
import { waitUntil } from './wait-until.ts';

let product: OpenProduct;
let page: Page;

beforeAll(async () => {
  product = await openProduct();
  page = await product.open('crew', 'phone');
  await page.goto('/capture');
  await page.getByRole('heading', { name: 'My tickets' }).waitFor();
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

/** A file for each format, by the media type that is stored of it in the end. */
async function makeFiles(): Promise<Record<string, Photo>> {
  const blank = (await blankPhoto()).buffer;
  const heic = new URL('../packages/testing/fixtures/heic/small.heic', import.meta.url);
  const file = (name: string, buffer: Buffer): Photo => ({ name, mimeType: '', buffer });
  return {
    'image/jpeg': file('a.jpg', await plantLocation(blank, { orientation: 6 })),
    'image/png': file('b.png', await plantLocation(await sharp(blank).png().toBuffer())),
    'image/webp': file('c.webp', await plantLocation(await sharp(blank).webp().toBuffer())),
    'image/avif': file('d.avif', await plantLocation(await sharp(blank).avif({ effort: 0 }).toBuffer())),
    'image/heic': file('e.heic', await plantLocation(await readFile(heic), { orientation: 6 })),
    'image/tiff': file('f.tif', await plantLocation(await sharp(blank).tiff().toBuffer())),
    'application/pdf': file('g.pdf', await plantLocationInPdf([blank])),
  };
}

const choose = (files: Photo[]) => page.locator('input[type=file][multiple]').setInputFiles(files);
const send = () => page.getByRole('button', { name: 'Send ticket' }).tap();

function listTickets(): Promise<TicketSummary[]> {
  return page.request.get('/v1/tickets').then(async (answer) => ticketPageSchema.parse(await answer.json()).tickets);
}

test('promise TP-2: of no format does a position leave the phone, and none is kept anywhere', async () => {
  const files = await makeFiles();
  for (const { buffer } of Object.values(files)) expect(findCanary(buffer).length).toBeGreaterThan(5);
  await choose(Object.values(files));
  await page.getByText('This ticket: 7 photos').waitFor();
  await page.getByText('Preparing').waitFor({ state: 'detached' });
  await send();

  const blanks = await Promise.all([blankPhoto(), blankPhoto()]);
  const pages = await plantLocationInPdf(blanks.map(({ buffer }) => buffer));
  await choose([{ name: 'tickets.pdf', mimeType: 'application/pdf', buffer: pages }]);
  await page.getByRole('heading', { name: 'The file has 2 pages. One ticket, or several?' }).waitFor();
  await page.getByRole('button', { name: '2 tickets, one a page' }).tap();
  await waitUntil('all three tickets are stored', async () => (await listTickets()).length === 3);

  await choose([{ name: 'ticket.pdf', mimeType: 'application/pdf', buffer: pages }]);
  await page.getByRole('button', { name: 'One ticket with 2 pages' }).tap();
  await page.getByText('This ticket: 2 photos').waitFor();
  await page.getByText('Preparing').waitFor({ state: 'detached' });
  await send();
  const tickets = await waitUntil('all four tickets are stored', async () => {
    const stored = await listTickets();
    return stored.length === 4 && stored;
  });
  expect(tickets.map(({ imageCount }) => imageCount).sort()).toEqual([1, 1, 2, 7]);

  const mediaTypes: Record<number, (string | undefined)[]> = {};
  for (const { id, imageCount } of tickets) {
    const { images } = await waitUntil('its pages have their smaller copies', async () => {
      const ticket = await findTicket(page, id);
      return ticket.images.every(({ hasDerivatives }) => hasDerivatives) && ticket;
    });
    for (const image of images) {
      // What arrived is what is stored: the phone had taken everything out already.
      expect(image.storedSha256).toBe(image.sentSha256);
      for (const size of ['original', 'display', 'thumbnail']) {
        const answer = await page.request.get(`/v1/tickets/${id}/images/${image.id}/${size}`);
        expect([size, answer.status(), findCanary(await answer.body())]).toEqual([size, 200, []]);
        const { 'content-type': type, 'content-disposition': disposition } = answer.headers();
        if (size !== 'original') expect(type).toBe('image/jpeg');
        else mediaTypes[imageCount] = [...(mediaTypes[imageCount] ?? []), type];
        const isSaved = ['image/heic', 'image/tiff', 'application/pdf'].includes(type ?? '');
        expect([type, disposition]).toEqual([type, isSaved ? 'attachment' : undefined]);
      }
    }
  }
  expect(mediaTypes).toEqual({
    1: ['application/pdf', 'application/pdf'],
    2: ['application/pdf', 'application/pdf'],
    7: Object.keys(files),
  });

  const sent = product.observed.sent();
  expect(sent.some((bytes) => bytes.includes('%PDF-1.7'))).toBe(true);
  for (const bytes of sent) expect(findCanary(bytes)).toEqual([]);
  const urls = await findLocalUrls(product.dataFolder);
  const tables = Object.entries(await dumpDatabase(urls?.owner ?? ''));
  expect(tables.length).toBeGreaterThan(10);
  for (const [table, content] of tables) expect([table, findCanary(Buffer.from(content))]).toEqual([table, []]);
  const entries = await readdir(product.dataFolder, { recursive: true, withFileTypes: true });
  const kept = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(kept.some((path) => path.includes('/objects/'))).toBe(true);
  for (const path of kept) {
    // Files of the database come and go while it runs.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    expect([path, findCanary(bytes)]).toEqual([path, []]);
  }
}, 180_000);

test('a HEIC goes as a JPEG where the browser can decode it, upright and in full size', async () => {
  const before = (await listTickets()).length;
  // This browser can't. Safari can, and what it decodes is played here by a picture as large as the one in the file.
  await page.evaluate(`{
    const decode = createImageBitmap;
    const drawn = new OffscreenCanvas(104, 140);
    drawn.getContext('2d').fillRect(0, 0, 52, 140);
    globalThis.createImageBitmap = (picture) => decode(picture.type === 'image/heic' ? drawn : picture);
  }`);
  const { 'image/heic': heic } = await makeFiles();
  if (heic === undefined) throw new Error('no HEIC');
  await choose([heic]);
  await page.getByRole('button', { name: 'Look at photo 1' }).locator('img').waitFor();
  await send();
  await waitUntil('the ticket is stored', async () => (await listTickets()).length > before);
  const [newest] = await listTickets();
  const ticket = await findTicket(page, newest?.id ?? '');
  expect(ticket.images).toMatchObject([{ width: 104, height: 140 }]);
  const answer = await page.request.get(`/v1/tickets/${ticket.id}/images/${ticket.images[0]?.id}/original`);
  expect(answer.headers()['content-type']).toBe('image/jpeg');
  expect(findCanary(await answer.body())).toEqual([]);
  await page.reload();
});

test('what can not be sent says why: a locked PDF, and none of the pages where nobody wants them', async () => {
  const locked = Buffer.from(
    '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R/Encrypt<</V 1>>>>\n',
  );
  await choose([{ name: 'locked.pdf', mimeType: 'application/pdf', buffer: locked }]);
  await page.getByRole('alert').getByText('The file is locked with a password.').waitFor();
  const pages = await plantLocationInPdf([(await blankPhoto()).buffer, (await blankPhoto()).buffer]);
  await choose([{ name: 'tickets.pdf', mimeType: 'application/pdf', buffer: pages }]);
  await page.getByRole('button', { name: 'Send none of them' }).tap();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('Lay the ticket flat').waitFor();
});
