import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type TicketSummary, ticketPageSchema } from '@ticket-pros/contracts/ticket';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { plantLocation } from '@ticket-pros/testing/plant-location';
import type { Page } from 'playwright-core';
import { blankPhoto } from './blank-photo.ts';
import { findTicket } from './follow-ticket.ts';
import { type OpenProduct, openProduct, samplePhoto } from './open-product.ts';
import type { Photo } from './send-photo.ts';
import { waitUntil } from './wait-until.ts';

let product: OpenProduct;
let page: Page;

beforeAll(async () => {
  product = await openProduct();
}, 120_000);
afterEach(async () => {
  await page?.context().close();
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

async function listTickets(): Promise<TicketSummary[]> {
  return ticketPageSchema.parse(await (await page.request.get('/v1/tickets')).json()).tickets;
}

async function openCapture(): Promise<void> {
  page = await product.open('crew', 'phone');
  await page.goto('/capture');
  await page.getByRole('heading', { name: 'My tickets' }).waitFor();
}

async function photographAndSend(photo: Photo): Promise<void> {
  await page.locator('input[type=file][capture]').setInputFiles(photo);
  await page.getByText('This ticket: 1 photo').waitFor();
  await page.getByRole('button', { name: 'Send ticket' }).tap();
}

/** A weak signal: so many bytes a second go up. */
async function slowDown(bytesPerSecond: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const conditions = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: bytesPerSecond };
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', conditions);
}

test('over a weak signal the phone shows how much is sent; what was read arrives by itself', async () => {
  await openCapture();
  const loads: string[] = [];
  page.on('framenavigated', (frame) => loads.push(frame.url()));
  await slowDown(100_000);
  const photo = await samplePhoto('fuel-delivery-01');
  await photographAndSend(photo);
  await page.getByText(/^Sending \d+ %$/).waitFor();
  await page.getByRole('progressbar').waitFor();
  const row = page.getByRole('listitem').filter({ hasText: '1,333.87' });
  await row.getByText('Read', { exact: true }).waitFor({ timeout: 120_000 });
  await row.getByText('0047713').waitFor();
  await row.getByText('Nov 13, 2025').waitFor();
  expect(await page.getByRole('listitem').count()).toBe(1);
  expect(loads).toEqual([]);
}, 180_000);

test('a page that is loaded again in the middle of sending loses nothing and stores the ticket once', async () => {
  await openCapture();
  const before = (await listTickets()).length;
  await slowDown(60_000);
  await photographAndSend(await blankPhoto('large'));
  await page.getByText(/^Sending \d+ %$/).waitFor();
  expect(await listTickets()).toHaveLength(before);
  await page.reload();
  // Half of it has arrived by now, twice perhaps; the phone starts again by itself.
  await slowDown(-1);
  await waitUntil('the phone has nothing left to send', async () => {
    const rows = page.getByText(/^(Waiting to send|Sending .*)$/);
    return (await rows.count()) === 0 && (await listTickets()).length > before;
  });
  await page.reload();
  await page.getByRole('heading', { name: 'My tickets' }).waitFor();
  expect(await listTickets()).toHaveLength(before + 1);
}, 180_000);

test('a ticket photographed without signal is sent by itself when the signal is back', async () => {
  await openCapture();
  const before = (await listTickets()).length;
  await page.context().setOffline(true);
  await page.getByText('No signal. Keep going: photos are kept and sent later.').waitFor();
  await photographAndSend(await blankPhoto());
  await page.getByText('Waiting for signal').waitFor();
  await page.context().setOffline(false);
  await page.getByText('Waiting for signal').waitFor({ state: 'detached' });
  await page.getByText('No signal. Keep going: photos are kept and sent later.').waitFor({ state: 'detached' });
  await waitUntil('the ticket is stored', async () => (await listTickets()).length === before + 1);
}, 180_000);

test('a picture that cannot be had leaves an empty frame until the signal is back', async () => {
  const thumbnails = '**/thumbnail';
  page = await product.open('crew', 'phone');
  await page.route(thumbnails, (route) => route.abort());
  const lost = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/thumbnail'));
  await page.goto('/capture');
  await page.getByText('0047713').waitFor();
  await lost;
  const row = page.getByRole('listitem').filter({ hasText: '0047713' });
  await row.locator('img').waitFor({ state: 'detached' });
  await page.unroute(thumbnails);
  await page.context().setOffline(true);
  await page.getByText('No signal.').waitFor();
  await page.context().setOffline(false);
  await row.locator('img').waitFor();
}, 180_000);

test('two tabs of one phone send a ticket once', async () => {
  await openCapture();
  const before = (await listTickets()).length;
  const other = await page.context().newPage();
  await other.goto('/capture');
  const uploads: string[] = [];
  page.context().on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/uploads')) uploads.push(request.url());
  });
  await page.context().setOffline(true);
  await photographAndSend(await blankPhoto());
  await other.getByText('Waiting for signal').waitFor();
  await page.context().setOffline(false);
  for (const tab of [page, other]) await tab.getByText(/^(Waiting|Sending)/).waitFor({ state: 'detached' });
  await waitUntil('the ticket is stored', async () => (await listTickets()).length > before);
  expect([uploads.length, (await listTickets()).length]).toEqual([1, before + 1]);
}, 180_000);

test('promise TP-2: a photo sent from the phone leaves no position in pictures, smaller copies or logs', async () => {
  await openCapture();
  const { buffer, ...file } = await blankPhoto();
  const planted = await plantLocation(buffer, { orientation: 6 });
  expect(findCanary(planted)).not.toEqual([]);
  await photographAndSend({ ...file, buffer: planted });
  await page.getByText(/^(Waiting|Sending)/).waitFor({ state: 'detached' });
  const [newest] = await waitUntil('its smaller copies are made', async () => {
    const tickets = await listTickets();
    return tickets[0]?.hasThumbnail && tickets;
  });
  const ticket = await findTicket(page, newest?.id ?? '');
  for (const size of ['original', 'display', 'thumbnail']) {
    const stored = await page.request.get(`/v1/tickets/${ticket.id}/images/${ticket.images[0]?.id}/${size}`);
    expect([size, stored.status(), findCanary(await stored.body())]).toEqual([size, 200, []]);
  }
  for (const bytes of product.observed.sent()) expect(findCanary(bytes)).toEqual([]);
  const files = await listFiles(product.dataFolder);
  expect(files.some((path) => path.includes('/objects/'))).toBe(true);
  expect(files.some((path) => path.includes('/logs/'))).toBe(true);
  const found = await Promise.all(
    files.map(async (path) =>
      findCanary(await readFile(path).catch(() => Buffer.alloc(0))).map((what) => [path, what]),
    ),
  );
  expect(found.flat()).toEqual([]);
}, 180_000);

/** Everything that the product keeps. Files of the database come and go while it runs. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
